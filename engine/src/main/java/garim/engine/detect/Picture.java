package garim.engine.detect;

import java.util.Objects;

/**
 * A picture is what detectors see: upright, progressive, red, green and blue planes of 8-bit samples without gaps.
 *
 * <p>The arrays are not copied; nobody writes to them once the picture exists.
 *
 * @param width pixels per row
 * @param height rows
 * @param red samples of the red plane, row after row
 * @param green samples of the green plane
 * @param blue samples of the blue plane
 */
@SuppressWarnings("ArrayRecordComponent") // pixels are shared, never compared
public record Picture(int width, int height, byte[] red, byte[] green, byte[] blue) {
    public Picture {
        Objects.requireNonNull(red);
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("bad picture " + width + "x" + height);
        }
        int size = width * height;
        if (red.length < size || green.length < size || blue.length < size) {
            throw new IllegalArgumentException("planes too small for " + width + "x" + height);
        }
    }

    /**
     * A copy of a part of this picture.
     *
     * @param left first column, within the picture
     * @param top first row
     * @param partWidth columns, at least 1, not beyond the right edge
     * @param partHeight rows
     */
    Picture part(int left, int top, int partWidth, int partHeight) {
        return new Picture(
                partWidth,
                partHeight,
                part(red, left, top, partWidth, partHeight),
                part(green, left, top, partWidth, partHeight),
                part(blue, left, top, partWidth, partHeight));
    }

    private byte[] part(byte[] plane, int left, int top, int partWidth, int partHeight) {
        byte[] part = new byte[partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(plane, (top + y) * width + left, part, y * partWidth, partWidth);
        }
        return part;
    }
}

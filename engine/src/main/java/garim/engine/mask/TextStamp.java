package garim.engine.mask;

import garim.engine.frame.Rotation;

/**
 * A text stamp is a line of text that was drawn elsewhere: how much of each pixel is ink, and how much is the dark rim around
 * it, which makes the text readable on any ground. The engine knows no fonts.
 */
public final class TextStamp {
    private static final int OPAQUE = 255;
    private static final int PERCENT = 100;

    private final int width;
    private final int height;
    private final byte[] ink;
    private final byte[] rim;
    private final byte[] chroma;

    /**
     * A stamp.
     *
     * @param width pixels per row, even
     * @param height rows, even
     * @param ink share of white in each pixel, row by row, 0-255
     * @param rim share of black under it, 0-255
     */
    public TextStamp(int width, int height, byte[] ink, byte[] rim) {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("a stamp needs even sides, not " + width + "x" + height);
        }
        if (ink.length != width * height || rim.length != width * height) {
            throw new IllegalArgumentException("ink and rim do not fit " + width + "x" + height);
        }
        this.width = width;
        this.height = height;
        this.ink = ink.clone();
        this.rim = rim.clone();
        this.chroma = chroma();
    }

    /** The colour of a block goes as far as its pixels are covered on average. */
    private byte[] chroma() {
        byte[] shares = new byte[width / 2 * (height / 2)];
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                int sum = cover(x, y) + cover(x + 1, y) + cover(x, y + 1) + cover(x + 1, y + 1);
                shares[y / 2 * (width / 2) + x / 2] = (byte) ((sum + 2) / 4);
            }
        }
        return shares;
    }

    private int cover(int x, int y) {
        return Math.max(ink(x, y), rim(x, y));
    }

    /** Pixels per row. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** Share of white in a pixel, 0-255. */
    public int ink(int x, int y) {
        return ink[y * width + x] & 0xff;
    }

    /** Share of black in a pixel under the white, 0-255. */
    public int rim(int x, int y) {
        return rim[y * width + x] & 0xff;
    }

    /** Share of gray in a block of two by two pixels, 0-255. */
    int chroma(int x, int y) {
        return chroma[y * (width / 2) + x] & 0xff;
    }

    /** The same stamp, through which the picture shines. */
    public TextStamp faded(int inkPercent, int rimPercent) {
        return new TextStamp(width, height, faded(ink, inkPercent), faded(rim, rimPercent));
    }

    private static byte[] faded(byte[] shares, int percent) {
        byte[] result = new byte[shares.length];
        for (int i = 0; i < shares.length; i++) {
            result[i] = (byte) (((shares[i] & OPAQUE) * percent + PERCENT / 2) / PERCENT);
        }
        return result;
    }

    /** The same stamp as it lies in a stored picture that must be turned to stand upright. */
    public TextStamp stored(Rotation rotation) {
        if (rotation == Rotation.NONE) {
            return this;
        }
        int w = rotation.swapsSides() ? height : width;
        int h = rotation.swapsSides() ? width : height;
        byte[] turnedInk = new byte[ink.length];
        byte[] turnedRim = new byte[rim.length];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int from = source(rotation, x, y);
                turnedInk[y * w + x] = ink[from];
                turnedRim[y * w + x] = rim[from];
            }
        }
        return new TextStamp(w, h, turnedInk, turnedRim);
    }

    private int source(Rotation rotation, int x, int y) {
        return switch (rotation) {
            case NONE -> y * width + x;
            case CLOCKWISE_90 -> x * width + width - 1 - y;
            case HALF_TURN -> (height - 1 - y) * width + width - 1 - x;
            case CLOCKWISE_270 -> (height - 1 - x) * width + y;
        };
    }
}

package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.List;
import java.util.function.Function;

/**
 * A picture part is a rectangle of whole pixels of a picture, that can be looked at alone.
 *
 * @param picture the whole picture
 * @param left first column
 * @param top first row
 * @param width columns; 0 when nothing of it is inside the picture
 * @param height rows; 0 when nothing of it is inside the picture
 */
public record PicturePart(Picture picture, int left, int top, int width, int height) {
    /** Smaller pictures are refused by networks. */
    private static final int SMALLEST_SIDE = 16;

    /** The pixels that a box touches, and more where that is too little to look at. */
    public static PicturePart of(Picture picture, Box box) {
        Box inside = box.clamp(picture.width(), picture.height());
        if (inside.isEmpty()) {
            return new PicturePart(picture, 0, 0, 0, 0);
        }
        Span across = Span.of(inside.x(), inside.right(), picture.width());
        Span down = Span.of(inside.y(), inside.bottom(), picture.height());
        return new PicturePart(picture, across.start(), down.start(), across.length(), down.length());
    }

    /** What is seen in this part, in pixels of the whole picture. */
    public List<Detection> look(Function<Picture, List<Detection>> eye) {
        if (width == 0 || height == 0) {
            return List.of();
        }
        if (width == picture.width() && height == picture.height()) {
            return eye.apply(picture);
        }
        return eye.apply(picture.part(left, top, width, height)).stream()
                .map(seen -> seen.withBox(seen.box().shift(left, top)))
                .toList();
    }

    private record Span(int start, int length) {
        static Span of(double from, double to, int limit) {
            int start = (int) Math.floor(from);
            int end = Math.min(limit, Math.max((int) Math.ceil(to), start + SMALLEST_SIDE));
            start = Math.max(0, Math.min(start, end - SMALLEST_SIDE));
            return new Span(start, end - start);
        }
    }
}

package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.List;

/** A detector for tests: finds white rectangles on darker ground, by their corner pixels. */
final class SquareDetector implements Detector {
    private static final int WHITE = 200;

    private final String name;
    private final double score;

    SquareDetector(String name, double score) {
        this.name = name;
        this.score = score;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Detection> detect(Picture picture) {
        List<Detection> found = new ArrayList<>();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (isWhite(picture, x, y) && !isWhite(picture, x - 1, y) && !isWhite(picture, x, y - 1)) {
                    found.add(new Detection(TargetKind.FACE, rectangleFrom(picture, x, y), score, name));
                }
            }
        }
        return Suppression.strongest(found, 0.4);
    }

    private static Box rectangleFrom(Picture picture, int left, int top) {
        int right = left;
        while (isWhite(picture, right, top)) {
            right++;
        }
        int bottom = top;
        while (isWhite(picture, left, bottom)) {
            bottom++;
        }
        return Box.between(left, top, right, bottom);
    }

    private static boolean isWhite(Picture picture, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < picture.width() && y < picture.height();
        return inside && (picture.red()[y * picture.width() + x] & 0xff) > WHITE && !isBlankWhite(picture);
    }

    private static boolean isBlankWhite(Picture picture) {
        return (picture.red()[0] & 0xff) > WHITE
                && (picture.red()[picture.width() * picture.height() - 1] & 0xff) > WHITE;
    }

    @Override
    public void close() {}

    /** A black picture with white rectangles. */
    static Picture picture(int width, int height, Box... rectangles) {
        byte[] plane = new byte[width * height];
        for (Box box : rectangles) {
            for (int y = (int) box.y(); y < box.bottom(); y++) {
                for (int x = (int) box.x(); x < box.right(); x++) {
                    plane[y * width + x] = (byte) 255;
                }
            }
        }
        return new Picture(width, height, plane, plane, plane);
    }

    /** A detector that finds nothing and notes what it was shown. */
    static Detector recorder(List<Picture> seen) {
        return new Detector() {
            @Override
            public String name() {
                return "recorder";
            }

            @Override
            public List<Detection> detect(Picture picture) {
                seen.add(picture);
                return List.of();
            }

            @Override
            public void close() {}
        };
    }
}

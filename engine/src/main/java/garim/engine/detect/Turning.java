package garim.engine.detect;

import garim.engine.frame.Rotation;

/** Turning makes a picture that is turned by quarter turns. */
final class Turning {
    private Turning() {}

    /** The picture turned clockwise; the very same picture when nothing is turned. */
    static Picture turn(Picture source, Rotation turn) {
        if (turn == Rotation.NONE) {
            return source;
        }
        boolean swaps = turn.swapsSides();
        return new Picture(
                swaps ? source.height() : source.width(),
                swaps ? source.width() : source.height(),
                turnPlane(source.red(), source.width(), source.height(), turn),
                turnPlane(source.green(), source.width(), source.height(), turn),
                turnPlane(source.blue(), source.width(), source.height(), turn));
    }

    private static byte[] turnPlane(byte[] plane, int width, int height, Rotation turn) {
        byte[] turned = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int to = first(width, height, y, turn);
            int step = step(height, turn);
            int from = y * width;
            for (int x = 0; x < width; x++) {
                turned[to] = plane[from + x];
                to += step;
            }
        }
        return turned;
    }

    private static int first(int width, int height, int y, Rotation turn) {
        return switch (turn) {
            case NONE -> y * width;
            case CLOCKWISE_90 -> height - 1 - y;
            case HALF_TURN -> (height - y) * width - 1;
            case CLOCKWISE_270 -> (width - 1) * height + y;
        };
    }

    private static int step(int height, Rotation turn) {
        return switch (turn) {
            case NONE -> 1;
            case CLOCKWISE_90 -> height;
            case HALF_TURN -> -1;
            case CLOCKWISE_270 -> -height;
        };
    }
}

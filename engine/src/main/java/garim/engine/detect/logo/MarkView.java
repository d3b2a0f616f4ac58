package garim.engine.detect.logo;

import garim.engine.frame.Box;
import java.util.List;

/**
 * A mark view is a mark as it looks from one side and at one size.
 *
 * @param warp from the mark's own coordinates to pixels of the view
 * @param keypoints what is found in it
 */
record MarkView(Warp warp, List<Keypoint> keypoints) {
    private static final double SURROUND = 0.3;
    private static final double CONTRAST = 2.5;
    private static final int MOST_KEYPOINTS = 250;
    private static final double SAMPLING_BLUR = 0.6;

    /**
     * The view of a mark.
     *
     * @param scale pixels of the view to one of the mark, 1 or less
     * @param tilt how many times narrower the mark looks along one direction, from 1
     * @param direction that direction, radians
     */
    static MarkView of(Mark mark, double scale, double tilt, double direction) {
        Mark small = mark.resized(scale);
        double across = (double) small.gray().width() / mark.gray().width();
        double down = (double) small.gray().height() / mark.gray().height();
        Warp turn = Warp.similarity(1, -direction, 0, 0, 0, 0);
        Warp narrow = Warp.affine(1 / tilt, 0, 0, 0, 1, 0).after(turn);
        Warp tilted = Warp.similarity(1, direction, 0, 0, 0, 0).after(narrow);
        Box bounds = tilted.bounds(small.gray().width(), small.gray().height()).grow(SURROUND);
        Warp placed = Warp.affine(1, 0, -bounds.x(), 0, 1, -bounds.y()).after(tilted);
        Gray view = paint(small, placed.inverseOfAffine(), (int) bounds.width(), (int) bounds.height(), tilt);
        Warp fromMark = placed.after(Warp.affine(across, 0, 0, 0, down, 0));
        return new MarkView(
                fromMark, inside(Keypoints.of(Octave.of(view, true), CONTRAST, MOST_KEYPOINTS), mark, fromMark));
    }

    private static Gray paint(Mark mark, Warp back, int width, int height, double tilt) {
        Gray source = tilt > 1 ? mark.gray().blurred(SAMPLING_BLUR * tilt / 2) : mark.gray();
        double halfWidth = source.width() / 2.0;
        double halfHeight = source.height() / 2.0;
        float ground = mark.ground();
        float[] samples = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = back.x(x, y);
                double v = back.y(x, y);
                boolean on = Math.abs(u) <= halfWidth && Math.abs(v) <= halfHeight;
                samples[y * width + x] = on ? source.sample(u + halfWidth - 0.5, v + halfHeight - 0.5) : ground;
            }
        }
        return new Gray(width, height, samples);
    }

    private static List<Keypoint> inside(List<Keypoint> keypoints, Mark mark, Warp fromMark) {
        Warp back = fromMark.inverseOfAffine();
        double halfWidth = mark.gray().width() / 2.0;
        double halfHeight = mark.gray().height() / 2.0;
        return keypoints.stream()
                .filter(k ->
                        Math.abs(back.x(k.x(), k.y())) <= halfWidth && Math.abs(back.y(k.x(), k.y())) <= halfHeight)
                .toList();
    }
}

package garim.cli.scene;

import garim.engine.frame.Box;
import java.util.Optional;

/**
 * A walk is the way of a face across the picture, at even pace and swaying as walkers do.
 *
 * @param start share of the clip at which it begins, 0-1
 * @param end share of the clip at which it ends
 * @param from face at the start, in shares of the picture; may lie outside
 * @param to face at the end
 */
record Walk(double start, double end, Stand from, Stand to) {
    /** A face by its centre and height, all in shares of the picture. */
    record Stand(double centerX, double centerY, double faceHeight) {}

    /** The face in pixels of a frame; empty before the start and after the end. */
    Optional<Box> faceAt(int frame, SceneShape shape, double aspect) {
        double time = (shape.timeOf(frame) - start) / (end - start);
        if (time < 0 || time > 1) {
            return Optional.empty();
        }
        double height = blend(from.faceHeight, to.faceHeight, time) * shape.height();
        double sway = 0.05 * height * Math.sin(2 * Math.PI * 1.8 * frame / shape.frameRate());
        double centerX = blend(from.centerX, to.centerX, time) * shape.width();
        double centerY = blend(from.centerY, to.centerY, time) * shape.height() + sway;
        double width = height * aspect;
        return Optional.of(new Box(centerX - width / 2, centerY - height / 2, width, height));
    }

    /** The greatest height of the face, in shares of the picture. */
    double greatestHeight() {
        return Math.max(from.faceHeight, to.faceHeight);
    }

    private static double blend(double a, double b, double share) {
        return a + (b - a) * share;
    }
}

package garim.engine.detect.onnx;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.ArrayList;
import java.util.List;

/** The raw finds of one network in one picture; keeps those that reach the threshold, clamped to the picture. */
final class Candidates {
    private static final double SMALLEST_SIDE = 1;

    private final TargetKind kind;
    private final int pictureWidth;
    private final int pictureHeight;
    private final double threshold;
    private final String source;
    private final List<Detection> kept = new ArrayList<>();

    Candidates(TargetKind kind, int pictureWidth, int pictureHeight, double threshold, String source) {
        this.kind = kind;
        this.pictureWidth = pictureWidth;
        this.pictureHeight = pictureHeight;
        this.threshold = threshold;
        this.source = source;
    }

    /** True when a score is worth decoding its box. */
    boolean wants(double score) {
        return score >= threshold;
    }

    /** Adds a target by its centre and size in pixels; what is not finite or hardly in the picture is left out. */
    void add(double centerX, double centerY, double width, double height, double score) {
        if (!Double.isFinite(centerX + centerY + width + height)) {
            return;
        }
        Box box = new Box(centerX - width / 2, centerY - height / 2, width, height).clamp(pictureWidth, pictureHeight);
        if (box.width() >= SMALLEST_SIDE && box.height() >= SMALLEST_SIDE) {
            kept.add(new Detection(kind, box, Math.min(1, score), source));
        }
    }

    List<Detection> all() {
        return kept;
    }
}

package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import java.util.List;
import java.util.function.Supplier;

/** Finds the red marker of a {@link LiveWorld}; may be made to fail. */
final class MarkerDetector implements Detector {
    private static final int LEAST_RED = 60;

    /** Throws what it gives, unless that is nothing. */
    Supplier<List<? extends Throwable>> fault = List::of;

    int looks;

    @Override
    public String name() {
        return "marker";
    }

    @Override
    public List<Detection> detect(Picture picture) {
        looks++;
        for (Throwable thrown : fault.get()) {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = -1;
        int bottom = -1;
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            if ((picture.red()[i] & 0xff) - (picture.blue()[i] & 0xff) > LEAST_RED) {
                left = Math.min(left, i % picture.width());
                right = Math.max(right, i % picture.width());
                top = Math.min(top, i / picture.width());
                bottom = Math.max(bottom, i / picture.width());
            }
        }
        return right < 0
                ? List.of()
                : List.of(new Detection(TargetKind.FACE, Box.between(left, top, right + 1, bottom + 1), 0.9, name()));
    }

    @Override
    public void close() {}
}

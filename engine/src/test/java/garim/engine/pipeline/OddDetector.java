package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.List;
import java.util.function.UnaryOperator;

/** A square detector whose answer is changed on the way, or that throws instead. */
record OddDetector(SquareClip.SquareDetector inner, UnaryOperator<List<Detection>> change) implements Detector {
    /** Sees the square only while it stands where it is in one frame. */
    static OddDetector seeingOnly(int frame) {
        return new OddDetector(
                new SquareClip.SquareDetector(),
                seen -> seen.stream().filter(d -> isAt(d, frame)).toList());
    }

    /** Fails while the square stands where it is in one frame. */
    static OddDetector failingOn(int frame) {
        return new OddDetector(new SquareClip.SquareDetector(), seen -> {
            if (isAt(seen.getFirst(), frame)) {
                throw new IllegalStateException("no answer");
            }
            return seen;
        });
    }

    /** Fails on every frame. */
    static OddDetector failingAlways() {
        return new OddDetector(new SquareClip.SquareDetector(), seen -> {
            throw new IllegalStateException("no answer");
        });
    }

    private static boolean isAt(Detection seen, int frame) {
        return Math.abs(seen.box().x() - SquareClip.square(frame).x()) < 1;
    }

    @Override
    public String name() {
        return "odd";
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return change.apply(inner.detect(picture));
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        return change.apply(inner.detectIn(picture, part));
    }

    @Override
    public void close() {}
}

package garim.live.camera;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Detection;
import java.util.List;

/** A detector that sees nothing, or fails. */
final class FailingDetector implements Detector {
    volatile boolean isBroken;

    @Override
    public String name() {
        return "failing";
    }

    @Override
    public List<Detection> detect(Picture picture) {
        if (isBroken) {
            throw new IllegalStateException("broken");
        }
        return List.of();
    }

    @Override
    public void close() {}
}

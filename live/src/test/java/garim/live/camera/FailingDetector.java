package garim.live.camera;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Detection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A detector that sees nothing, or fails; it may need a file at every look. */
final class FailingDetector implements Detector {
    volatile boolean isBroken;
    Optional<Path> model = Optional.empty();

    @Override
    public String name() {
        return "failing";
    }

    @Override
    public List<Detection> detect(Picture picture) {
        if (isBroken || model.filter(file -> !Files.exists(file)).isPresent()) {
            throw new IllegalStateException("broken");
        }
        return List.of();
    }

    @Override
    public void close() {}
}

package garim.engine.detect;

import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;

/** A union detector finds whatever at least one of several detectors finds; what two of them see is merged. */
public final class UnionDetector implements Detector {
    private final String name;
    private final List<Detector> inner;

    /**
     * Creates a union.
     *
     * @param name the name for plans and reports
     * @param inner at least one detector; closed with this one
     */
    public UnionDetector(String name, List<? extends Detector> inner) {
        this.name = name;
        this.inner = List.copyOf(inner);
        if (inner.isEmpty()) {
            throw new IllegalArgumentException("a union needs a detector");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Detection> detect(Picture picture) {
        List<Detection> found = new ArrayList<>();
        for (Detector detector : inner) {
            found.addAll(detector.detect(picture));
        }
        return Suppression.merge(found);
    }

    @Override
    public void close() {
        inner.forEach(Detector::close);
    }
}

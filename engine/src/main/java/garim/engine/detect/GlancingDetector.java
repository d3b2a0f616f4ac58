package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.List;
import java.util.Objects;

/** A glancing detector looks as a thorough one does, and has a quick one for the looks in between. */
public final class GlancingDetector implements Detector {
    private final Detector thorough;
    private final Detector quick;

    /**
     * Creates a glancing detector.
     *
     * @param thorough looks when this one is asked; closed with it
     * @param quick finds targets of the same kinds; may share networks with the other, closed with this detector
     */
    public GlancingDetector(Detector thorough, Detector quick) {
        this.thorough = Objects.requireNonNull(thorough);
        this.quick = Objects.requireNonNull(quick);
    }

    @Override
    public String name() {
        return thorough.name();
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return thorough.detect(picture);
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        return thorough.detectIn(picture, part);
    }

    @Override
    public Detector glance() {
        return quick;
    }

    @Override
    public void close() {
        thorough.close();
        quick.close();
    }
}

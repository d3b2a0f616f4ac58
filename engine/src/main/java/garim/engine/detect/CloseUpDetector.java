package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A close-up detector lets another one look at a much reduced picture as well, for targets that fill a large part of it
 * and exceed the sizes that the other knows. Of the reduced look only large targets are taken, so small ones gain no
 * false alarms.
 */
public final class CloseUpDetector implements Detector {
    private static final int LONG_SIDE = 480;

    /** A picture reduced by less shows nothing new. */
    private static final double ALMOST_THE_SAME = 0.75;

    /** A close-up reaches this share of the shorter side of the picture. */
    private static final double LARGE = 0.2;

    private final Detector inner;

    /**
     * Creates a close-up detector.
     *
     * @param inner looks at both pictures; closed with this detector
     */
    public CloseUpDetector(Detector inner) {
        this.inner = Objects.requireNonNull(inner);
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return detectIn(picture, new Box(0, 0, picture.width(), picture.height()));
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        List<Detection> seen = inner.detectIn(picture, part);
        double scale = (double) LONG_SIDE / Math.max(picture.width(), picture.height());
        double large = LARGE * Math.min(picture.width(), picture.height());
        if (scale >= ALMOST_THE_SAME || Math.max(part.width(), part.height()) < large) {
            return seen;
        }
        List<Detection> all = new ArrayList<>(seen);
        PicturePart.of(picture, part).look(cut -> ScaledDetector.detectScaled(inner, cut, scale)).stream()
                .filter(d -> Math.max(d.box().width(), d.box().height()) >= large)
                .forEach(all::add);
        return Suppression.merge(all);
    }

    @Override
    public void close() {
        inner.close();
    }
}

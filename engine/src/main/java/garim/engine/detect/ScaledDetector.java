package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A scaled detector shows another one the picture enlarged or reduced, and gives boxes of the original picture. */
public final class ScaledDetector implements Detector {
    private static final int SMALLEST_SIDE = 16;

    private final Detector inner;
    private final double scale;

    /**
     * Creates a scaled detector.
     *
     * @param inner looks at the scaled picture; closed with this detector
     * @param scale above 1 enlarges, 0.1-8
     */
    public ScaledDetector(Detector inner, double scale) {
        this.inner = Objects.requireNonNull(inner);
        if (!(scale >= 0.1 && scale <= 8)) {
            throw new IllegalArgumentException("scale " + scale + " is not within 0.1-8");
        }
        this.scale = scale;
    }

    @Override
    public String name() {
        return inner.name() + "@" + scale;
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return detectScaled(inner, picture, scale);
    }

    static List<Detection> detectScaled(Detector detector, Picture picture, double scale) {
        int width = Math.max(SMALLEST_SIDE, (int) Math.round(picture.width() * scale));
        int height = Math.max(SMALLEST_SIDE, (int) Math.round(picture.height() * scale));
        double toX = (double) picture.width() / width;
        double toY = (double) picture.height() / height;
        List<Detection> found = new ArrayList<>();
        for (Detection d : detector.detect(Resampler.resize(picture, width, height))) {
            Box b = d.box();
            Box back = new Box(b.x() * toX, b.y() * toY, b.width() * toX, b.height() * toY);
            found.add(d.withBox(back.clamp(picture.width(), picture.height())));
        }
        return List.copyOf(found);
    }

    @Override
    public void close() {
        inner.close();
    }
}

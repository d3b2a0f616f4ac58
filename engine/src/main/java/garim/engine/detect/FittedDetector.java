package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.List;
import java.util.Objects;

/**
 * A fitted detector shows another one every picture at the same long side, for networks that cover a limited range of
 * sizes at a known cost. Small pictures are enlarged at most four times.
 */
public final class FittedDetector implements Detector {
    private static final double MOST_ENLARGED = 4;

    private final Detector inner;
    private final int longSide;

    /**
     * Creates a fitted detector.
     *
     * @param inner looks at the fitted picture; closed with this detector
     * @param longSide pixels of the longer side, at least 32
     */
    public FittedDetector(Detector inner, int longSide) {
        this.inner = Objects.requireNonNull(inner);
        if (longSide < 32) {
            throw new IllegalArgumentException("long side " + longSide + " is below 32 pixels");
        }
        this.longSide = longSide;
    }

    @Override
    public String name() {
        return inner.name() + "@" + longSide + "px";
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return ScaledDetector.detectScaled(inner, picture, scale(picture));
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        double scale = scale(picture);
        return PicturePart.of(picture, part).look(cut -> ScaledDetector.detectScaled(inner, cut, scale));
    }

    private double scale(Picture picture) {
        return Math.min((double) longSide / Math.max(picture.width(), picture.height()), MOST_ENLARGED);
    }

    @Override
    public void close() {
        inner.close();
    }
}

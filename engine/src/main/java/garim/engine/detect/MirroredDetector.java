package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A mirrored detector shows another one the picture continued beyond its borders by its mirror image, for targets that a
 * border cuts off: networks are trained on whole ones, and the mirror makes half a target look like one.
 *
 * <p>Boxes are clamped to the picture as it is. What is symmetrical looks more like a face than it is, so targets of which
 * a good part is mirrored must be surer than others.
 */
public final class MirroredDetector implements Detector {
    /** A target that shows at least this share of itself inside the picture is no product of the mirror. */
    private static final double MOSTLY_INSIDE = 0.9;

    private final Detector inner;
    private final int reach;
    private final double believed;

    /**
     * Creates a mirrored detector.
     *
     * @param inner looks at the continued picture; closed with this detector
     * @param reach pixels by which the picture is continued on each side, at least 1
     * @param believed lowest score kept of targets that are mirrored in part, 0-1
     */
    public MirroredDetector(Detector inner, int reach, double believed) {
        this.inner = Objects.requireNonNull(inner);
        if (reach < 1) {
            throw new IllegalArgumentException("reach " + reach);
        }
        this.reach = reach;
        this.believed = believed;
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return back(inner.detect(mirrored(picture)), picture);
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        Box inside = part.clamp(picture.width(), picture.height());
        boolean right = inside.right() >= picture.width();
        boolean bottom = inside.bottom() >= picture.height();
        if (inside.isEmpty() || !(inside.x() <= 0 || inside.y() <= 0 || right || bottom)) {
            return inner.detectIn(picture, part);
        }
        Box wider = Box.between(
                inside.x() <= 0 ? -reach : inside.x(),
                inside.y() <= 0 ? -reach : inside.y(),
                right ? picture.width() + reach : inside.right(),
                bottom ? picture.height() + reach : inside.bottom());
        return back(inner.detectIn(mirrored(picture), wider.shift(reach, reach)), picture);
    }

    private List<Detection> back(List<Detection> seen, Picture picture) {
        List<Detection> inside = new ArrayList<>();
        for (Detection d : seen) {
            Box box = d.box().shift(-reach, -reach).clamp(picture.width(), picture.height());
            boolean isMirrored = box.area() < MOSTLY_INSIDE * d.box().area();
            if (!box.isEmpty() && (!isMirrored || d.score() >= believed)) {
                inside.add(d.withBox(box));
            }
        }
        return List.copyOf(inside);
    }

    private Picture mirrored(Picture picture) {
        return new Picture(
                picture.width() + 2 * reach,
                picture.height() + 2 * reach,
                mirrored(picture.red(), picture),
                mirrored(picture.green(), picture),
                mirrored(picture.blue(), picture));
    }

    private byte[] mirrored(byte[] plane, Picture of) {
        int width = of.width() + 2 * reach;
        int height = of.height() + 2 * reach;
        byte[] wide = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int from = mirror(y - reach, of.height()) * of.width();
            int to = y * width;
            System.arraycopy(plane, from, wide, to + reach, of.width());
            for (int x = 0; x < reach; x++) {
                wide[to + x] = plane[from + mirror(x - reach, of.width())];
                wide[to + reach + of.width() + x] = plane[from + mirror(of.width() + x, of.width())];
            }
        }
        return wide;
    }

    /** The sample inside that a place outside shows; of a picture smaller than the reach, its mirrors are mirrored again. */
    private static int mirror(int place, int length) {
        int inPeriod = Math.floorMod(place, 2 * length);
        return Math.min(inPeriod, 2 * length - 1 - inPeriod);
    }

    @Override
    public void close() {
        inner.close();
    }
}

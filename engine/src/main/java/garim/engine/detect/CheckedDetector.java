package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A checked detector keeps what a quick detector is sure of, and of the rest what a slower detector confirms when it looks
 * at the surroundings of the find only.
 *
 * <p>The slow detector never sees the whole picture. What it sees beside the find is not reported: there the quick one
 * saw nothing.
 */
public final class CheckedDetector implements Detector {
    /** Pixels; a tighter crop gives the slow one no ground to tell the find from, and suffers when it rounds sizes. */
    private static final double LEAST_REACH = 48;

    private final String name;
    private final Detector quick;
    private final Detector slow;
    private final Doubt doubt;

    /**
     * What is doubted, and how it is looked at.
     *
     * @param sure score 0-1 from which a find needs no confirmation
     * @param margin how far the look reaches beyond the find on every side, as a share of its longer side; 48 pixels at least
     * @param most finds looked at per picture, the likeliest first; bounds the time; the rest is kept unchecked
     */
    public record Doubt(double sure, double margin, int most) {
        public Doubt {
            if (!(sure >= 0 && sure <= 1 && margin >= 0 && most >= 0)) {
                throw new IllegalArgumentException("sure " + sure + ", margin " + margin + ", most " + most);
            }
        }
    }

    /**
     * Creates a checked detector.
     *
     * @param name source of its detections
     * @param quick runs at a low threshold; closed with this detector
     * @param slow looks at crops of any size; closed with this detector
     */
    public CheckedDetector(String name, Detector quick, Detector slow, Doubt doubt) {
        this.name = Objects.requireNonNull(name);
        this.quick = Objects.requireNonNull(quick);
        this.slow = Objects.requireNonNull(slow);
        this.doubt = Objects.requireNonNull(doubt);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Detection> detect(Picture picture) {
        return checked(picture, quick.detect(picture));
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        return checked(picture, quick.detectIn(picture, part));
    }

    private List<Detection> checked(Picture picture, List<Detection> finds) {
        List<Detection> kept = new ArrayList<>();
        int checks = 0;
        for (Detection find : Suppression.merge(finds)) {
            // Whoever was not asked cannot have denied it.
            if (find.score() >= doubt.sure() || checks++ >= doubt.most()) {
                kept.add(named(find, find.box()));
            } else {
                kept.addAll(confirmed(picture, find));
            }
        }
        return Suppression.merge(kept);
    }

    /** The find and what confirms it; nothing when nothing does. */
    private List<Detection> confirmed(Picture picture, Detection find) {
        double reach = Math.max(
                LEAST_REACH,
                doubt.margin() * Math.max(find.box().width(), find.box().height()));
        Box box = find.box();
        Box around = Box.between(box.x() - reach, box.y() - reach, box.right() + reach, box.bottom() + reach);
        List<Detection> found = new ArrayList<>();
        for (Detection here : PicturePart.of(picture, around).look(slow::detect)) {
            if (here.kind() == find.kind() && touches(here.box(), box)) {
                found.add(named(here, here.box()));
            }
        }
        if (!found.isEmpty()) {
            found.add(named(find, box));
        }
        return found;
    }

    /** True when the middle of one lies in the other. */
    private static boolean touches(Box a, Box b) {
        return holdsMiddle(a, b) || holdsMiddle(b, a);
    }

    private static boolean holdsMiddle(Box outer, Box inner) {
        double x = inner.x() + inner.width() / 2;
        double y = inner.y() + inner.height() / 2;
        return x >= outer.x() && x <= outer.right() && y >= outer.y() && y <= outer.bottom();
    }

    private Detection named(Detection detection, Box box) {
        return new Detection(detection.kind(), box, detection.score(), name);
    }

    @Override
    public void close() {
        quick.close();
        slow.close();
    }
}

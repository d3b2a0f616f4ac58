package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.detect.Picture;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import garim.engine.motion.ChangeWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says for one detector where to look in a frame: at what changed since it looked last, or at everything; and how: mostly
 * at a glance, and every few looks thoroughly at all that was only glanced at. Used by one thread.
 */
final class Attention {
    /**
     * Where to look.
     *
     * @param isWhole true when the whole picture is to be looked at
     * @param isThorough false when a glance will do
     * @param regions parts of the stored picture that do not overlap; none when nothing changed
     */
    record Focus(boolean isWhole, boolean isThorough, List<Box> regions) {
        /** A thorough look at everything. */
        static Focus whole(Box picture) {
            return new Focus(true, true, List.of(picture));
        }

        Focus {
            regions = List.copyOf(regions);
        }

        /** What a detector sees there in an upright picture of a stored frame, in stored pixels. */
        List<Detection> seenBy(Detector detector, Picture picture, Frame frame, Rotation rotation) {
            int width = frame.width();
            int height = frame.height();
            Stream<Detection> seen = isWhole
                    ? detector.detect(picture).stream()
                    : regions.stream()
                            .map(region -> rotation.toUpright(region, width, height))
                            .flatMap(region -> detector.detectIn(picture, region).stream());
            return seen.map(target -> target.withBox(rotation.toStored(target.box(), width, height)))
                    .toList();
        }

        /** How much of a picture of this size is looked at, 0-1. */
        double share(int width, int height) {
            return regions.stream().mapToDouble(Box::area).sum() / ((double) width * height);
        }
    }

    /** Turns from one thorough look to the next; paths of what a glance loses are held longer than that. */
    private static final int THOROUGH_EVERY = 4;

    /** A changed part is looked at with this share of its size around it, because a target is larger than its edge. */
    private static final double MARGIN = 0.2;

    /** The same as a share of the height of the picture. */
    private static final double LEAST_MARGIN = 0.04;

    /** Where so much of the picture changed, looking at all of it costs the same. */
    private static final double WHOLE_SHARE = 0.8;

    private static final int MOST_REGIONS = 8;

    private final ChangeWatch changes;
    private final int thoroughEvery;
    private final List<Box> glancedAt = new ArrayList<>();
    private int looks;

    private Attention(ChangeWatch changes, int thoroughEvery) {
        this.changes = changes;
        this.thoroughEvery = thoroughEvery;
    }

    /** Every look is thorough. */
    static Attention thorough() {
        return thorough(ChangeWatch.patient());
    }

    /** As the other one, with a watch that knows when to look at everything again. */
    static Attention thorough(ChangeWatch changes) {
        return new Attention(changes, 1);
    }

    /**
     * A few glances for each thorough look.
     *
     * @param stride the detector takes part in every n-th turn; thorough looks are as far from each other in time for all
     */
    static Attention mostlyGlancing(int stride) {
        return new Attention(ChangeWatch.patient(), Math.max(1, THOROUGH_EVERY / stride));
    }

    /** Where to look in the next frame that is looked at. */
    Focus focus(Frame frame, double seconds, boolean isNewScene) {
        Box picture = new Box(0, 0, frame.width(), frame.height());
        List<Box> changed = changes.accept(frame.luma(), seconds, isNewScene);
        if (changed.equals(List.of(picture))) {
            return thoroughLook(Focus.whole(picture));
        }
        List<Box> regions = changed.stream()
                .map(box -> widened(box, picture.height()).intersect(picture))
                .toList();
        looks++;
        if (looks >= thoroughEvery) {
            glancedAt.addAll(regions);
            return thoroughLook(focus(glancedAt, picture, true));
        }
        Focus glance = focus(regions, picture, false);
        glancedAt.addAll(glance.regions());
        return glance;
    }

    /** What was glanced at is looked at with this one. */
    private Focus thoroughLook(Focus focus) {
        glancedAt.clear();
        looks = 0;
        return focus;
    }

    private static Focus focus(List<Box> boxes, Box picture, boolean isThorough) {
        List<Box> regions = joined(boxes);
        double area = regions.stream().mapToDouble(Box::area).sum();
        return area >= WHOLE_SHARE * picture.area()
                ? new Focus(true, isThorough, List.of(picture))
                : new Focus(false, isThorough, regions);
    }

    private static Box widened(Box changed, double height) {
        double dx = Math.max(LEAST_MARGIN * height, MARGIN * changed.width());
        double dy = Math.max(LEAST_MARGIN * height, MARGIN * changed.height());
        return Box.between(changed.x() - dx, changed.y() - dy, changed.right() + dx, changed.bottom() + dy);
    }

    /** The same regions with those that overlap made one, and the nearest ones as well while there are too many. */
    private static List<Box> joined(List<Box> boxes) {
        List<Box> regions = new ArrayList<>();
        for (Box box : boxes) {
            add(box, regions);
        }
        while (regions.size() > MOST_REGIONS) {
            joinCheapest(regions);
        }
        return regions;
    }

    private static void add(Box box, List<Box> regions) {
        Box grown = box;
        for (int i = 0; i < regions.size(); i++) {
            if (!regions.get(i).intersect(grown).isEmpty()) {
                grown = grown.union(regions.remove(i));
                i = -1;
            }
        }
        regions.add(grown);
    }

    private static void joinCheapest(List<Box> regions) {
        int first = 0;
        int second = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < regions.size(); i++) {
            for (int j = i + 1; j < regions.size(); j++) {
                Box both = regions.get(i).union(regions.get(j));
                double cost =
                        both.area() - regions.get(i).area() - regions.get(j).area();
                if (cost < least) {
                    least = cost;
                    first = i;
                    second = j;
                }
            }
        }
        Box both = regions.get(first).union(regions.remove(second));
        regions.remove(first);
        add(both, regions);
    }
}

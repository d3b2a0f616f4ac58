package garim.engine.pipeline;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.motion.ChangeWatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Says for one detector where to look in a frame: at what changed since it looked last, or at everything. Used by one
 * thread.
 */
final class Attention {
    /**
     * Where to look.
     *
     * @param isWhole true when the whole picture is to be looked at
     * @param regions parts of the stored picture that do not overlap; none when nothing changed
     */
    record Focus(boolean isWhole, List<Box> regions) {
        static Focus whole(Box picture) {
            return new Focus(true, List.of(picture));
        }

        Focus {
            regions = List.copyOf(regions);
        }

        /** How much of a picture of this size is looked at, 0-1. */
        double share(int width, int height) {
            return regions.stream().mapToDouble(Box::area).sum() / ((double) width * height);
        }
    }

    /** However still a picture is, all of it is looked at so often; detectors see in one frame what they miss in another. */
    private static final double WHOLE_EVERY_SECONDS = 1;

    /** A changed part is looked at with this share of its size around it, because a target is larger than its edge. */
    private static final double MARGIN = 0.3;

    /** The same as a share of the height of the picture. */
    private static final double LEAST_MARGIN = 0.06;

    /** Where so much of the picture changed, looking at all of it costs the same. */
    private static final double WHOLE_SHARE = 0.6;

    private static final int MOST_REGIONS = 5;

    private final ChangeWatch changes = new ChangeWatch(WHOLE_EVERY_SECONDS);

    /** Where to look in the next frame that is looked at. */
    Focus focus(Frame frame, double seconds, boolean isNewScene) {
        Box picture = new Box(0, 0, frame.width(), frame.height());
        List<Box> changed = changes.accept(frame.luma(), seconds, isNewScene);
        List<Box> regions = joined(changed.stream()
                .map(box -> widened(box, picture.height()).intersect(picture))
                .toList());
        double area = regions.stream().mapToDouble(Box::area).sum();
        return area >= WHOLE_SHARE * picture.area() ? Focus.whole(picture) : new Focus(false, regions);
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

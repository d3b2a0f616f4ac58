package garim.engine.track;

import garim.engine.frame.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Follows a box from one frame to the next by its pixels: a grid of points is located forward and back, and those that
 * come home vote on shift and size (Kalal et al., Forward-Backward Error, ICPR 2010). Used by one thread.
 */
final class PixelFollower {
    /** Points along a side of the box. */
    private static final int GRID = 6;

    /** Fewer points than this cannot vote. */
    private static final int LEAST_POINTS = 6;

    /** Smallest region that is followed, in pixels of the reduced picture; a smaller target takes in what is around. */
    private static final double LEAST_SIDE = 14;

    /** Farthest that half of the points may miss their start by on the way back. */
    private static final float MOST_HOMING_ERROR = 1.2f;

    private static final double MOST_GROWTH = 1.12;

    /** Below this mean change of luma nothing moved. */
    private static final float STILL = 1.5f;

    private record Vote(LucasKanade.Point from, LucasKanade.Point to, float homingError) {}

    private final LucasKanade lucasKanade = new LucasKanade();

    /** Where the box of one frame is in another one, in pixels of the frame; empty when it is lost from sight. */
    Optional<Box> follow(LumaPyramid from, LumaPyramid to, Box box) {
        double reduction = from.reduction();
        Box reduced = scaled(box, 1 / reduction);
        Box region = atLeast(reduced);
        if (!isInside(reduced.centerX(), reduced.centerY(), to.base())) {
            return Optional.empty();
        }
        if (isStill(from.base(), to.base(), region)) {
            return Optional.of(box);
        }
        List<Vote> votes = believable(votes(from, to, region));
        if (votes.size() < LEAST_POINTS) {
            return Optional.empty();
        }
        Box moved = moved(reduced, votes);
        return isInside(moved.centerX(), moved.centerY(), to.base())
                ? Optional.of(scaled(moved, reduction))
                : Optional.empty();
    }

    private List<Vote> votes(LumaPyramid from, LumaPyramid to, Box region) {
        List<Vote> votes = new ArrayList<>();
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                float x = (float) (region.x() + region.width() * (column + 0.5) / GRID);
                float y = (float) (region.y() + region.height() * (row + 0.5) / GRID);
                if (isInside(x, y, from.base())) {
                    vote(from, to, new LucasKanade.Point(x, y)).ifPresent(votes::add);
                }
            }
        }
        return votes;
    }

    private Optional<Vote> vote(LumaPyramid from, LumaPyramid to, LucasKanade.Point start) {
        return lucasKanade.locate(from, to, start).flatMap(there -> lucasKanade
                .locate(to, from, there)
                .map(home -> new Vote(start, there, home.distance(start))));
    }

    /** The better half of the points; none when even these do not come home. */
    private static List<Vote> believable(List<Vote> votes) {
        if (votes.size() < LEAST_POINTS) {
            return List.of();
        }
        double[] errors = votes.stream().mapToDouble(Vote::homingError).toArray();
        double median = median(errors);
        if (median > MOST_HOMING_ERROR) {
            return List.of();
        }
        return votes.stream()
                .filter(vote -> vote.homingError() <= Math.max(median, 0.25))
                .toList();
    }

    private static Box moved(Box box, List<Vote> votes) {
        double dx = median(
                votes.stream().mapToDouble(v -> v.to().x() - v.from().x()).toArray());
        double dy = median(
                votes.stream().mapToDouble(v -> v.to().y() - v.from().y()).toArray());
        double growth = growth(votes);
        double width = box.width() * growth;
        double height = box.height() * growth;
        return new Box(box.centerX() + dx - width / 2, box.centerY() + dy - height / 2, width, height);
    }

    private static double growth(List<Vote> votes) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < votes.size(); i++) {
            for (int j = i + 1; j < votes.size(); j++) {
                double before = votes.get(i).from().distance(votes.get(j).from());
                double after = votes.get(i).to().distance(votes.get(j).to());
                if (before > 3) {
                    ratios.add(after / before);
                }
            }
        }
        if (ratios.size() < LEAST_POINTS) {
            return 1;
        }
        double median = median(ratios.stream().mapToDouble(Double::doubleValue).toArray());
        return Math.clamp(median, 1 / MOST_GROWTH, MOST_GROWTH);
    }

    private static boolean isStill(LumaPyramid.Level from, LumaPyramid.Level to, Box region) {
        float sum = 0;
        float most = 0;
        for (int row = 0; row < 2 * GRID; row++) {
            float rowSum = 0;
            for (int column = 0; column < 2 * GRID; column++) {
                float x = (float) (region.x() + region.width() * (column + 0.5) / (2 * GRID));
                float y = (float) (region.y() + region.height() * (row + 0.5) / (2 * GRID));
                rowSum += Math.abs(from.sample(x, y) - to.sample(x, y));
            }
            most = Math.max(most, rowSum / (2 * GRID));
            sum += rowSum;
        }
        return sum / (4 * GRID * GRID) < STILL && most < 3 * STILL;
    }

    private static boolean isInside(double x, double y, LumaPyramid.Level level) {
        return x >= 0 && y >= 0 && x <= level.width() - 1 && y <= level.height() - 1;
    }

    private static Box atLeast(Box box) {
        double width = Math.max(box.width(), LEAST_SIDE);
        double height = Math.max(box.height(), LEAST_SIDE);
        return new Box(box.centerX() - width / 2, box.centerY() - height / 2, width, height);
    }

    private static Box scaled(Box box, double factor) {
        return new Box(box.x() * factor, box.y() * factor, box.width() * factor, box.height() * factor);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

package garim.engine.zone;

import garim.engine.frame.Point;
import java.util.List;
import java.util.stream.IntStream;

/** Where the corners of one zone are at every moment, in pixels of the upright picture. */
final class ZonePath {
    private final List<ZoneStep> steps;
    private final double width;
    private final double height;

    ZonePath(Zone zone, double width, double height) {
        this.steps = zone.steps();
        this.width = width;
        this.height = height;
    }

    /** The corners at a moment; before the begin those of the begin, after the end those of the end. */
    List<Point> at(double seconds) {
        ZoneStep before = steps.getFirst();
        for (ZoneStep step : steps) {
            if (step.fromSeconds() > seconds) {
                return between(before, step, seconds);
            }
            before = step;
        }
        return before.shape().in(width, height);
    }

    private List<Point> between(ZoneStep before, ZoneStep after, double seconds) {
        List<Point> from = before.shape().in(width, height);
        if (seconds <= before.toSeconds()) {
            return from;
        }
        List<Point> to = after.shape().in(width, height);
        double share = (seconds - before.toSeconds()) / (after.fromSeconds() - before.toSeconds());
        return IntStream.range(0, from.size())
                .mapToObj(i -> from.get(i).blend(to.get(i), share))
                .toList();
    }
}

package garim.engine.pipeline;

import garim.engine.detect.Picture;
import garim.engine.detect.UprightView;
import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.EngineException;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import garim.engine.motion.ChangeWatch;
import garim.engine.proof.Claim;
import garim.engine.proof.ProofTarget;
import garim.engine.proof.SecondLook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Second eyes look at frames of an output: every two seconds if something changed, and where a track begins. What they see under a mask, or of
 * somebody who is kept, is counted; what they see elsewhere is a sighting.
 */
final class SecondEyes implements OrderedWork.Receiver<SecondEyes.Look>, AutoCloseable {
    private static final double EVERY_SECONDS = 2;

    /** Where many tracks begin one after the other, looks at each of them would cost as much as finding them did. */
    private static final double SOONEST_SECONDS = 1;

    /** A picture in which nothing changes is looked at as often as this. */
    private static final double STILL_SECONDS = 20;

    private static final double TOLERANCE = 1e-6;
    private static final double EXPLAINED_SHARE = 0.5;
    private static final int GRID = 12;

    /** What was seen in a frame, in stored pixels, and how many detectors failed. */
    record Look(List<Detection> seen, int failures) {}

    /** What may be seen in a frame, and when it is shown. */
    private record Known(double seconds, List<ProofTarget> masked, List<Box> kept) {}

    private final List<DetectorUse> eyes;
    private final List<Claim> claims;
    private final Rotation rotation;
    private final WorkClock clock;
    private final Consumer<Frame> recycler;
    private final Set<Integer> starts = new HashSet<>();
    private final Map<Integer, Known> underWay = new HashMap<>();
    private final SightingList sightings = new SightingList();
    private final ThreadLocal<UprightView> views;
    private final OrderedWork<Look> work;
    private final ChangeWatch changes = new ChangeWatch(STILL_SECONDS, STILL_SECONDS);
    private double lastTurn = Double.NEGATIVE_INFINITY;
    private int looks;
    private int failedLooks;
    private int onMasks;
    private int onKept;

    /**
     * Opens the eyes.
     *
     * @param settings who looks and on how many threads
     * @param claims what should be covered
     * @param recycler takes the frames that were looked at
     */
    SecondEyes(
            ProofSettings settings, List<Claim> claims, Rotation rotation, WorkClock clock, Consumer<Frame> recycler) {
        this.eyes = settings.eyes();
        this.claims = claims;
        this.rotation = rotation;
        this.clock = clock;
        this.recycler = recycler;
        this.views = ThreadLocal.withInitial(() -> new UprightView(rotation));
        claims.forEach(claim -> starts.add(claim.track().firstFrame()));
        this.work = new OrderedWork<>("second-eyes", settings.threads(), settings.threads() + 2, this);
    }

    /** True when they look at a frame; frames are asked for in order, each once. */
    boolean isDue(Frame output, double seconds) {
        if (eyes.isEmpty()) {
            return false;
        }
        double since = seconds - lastTurn + TOLERANCE;
        boolean isStart = starts.contains(output.index()) && since >= SOONEST_SECONDS;
        if (!isStart && since < EVERY_SECONDS) {
            return false;
        }
        lastTurn = seconds;
        // where nothing changed they would see what they saw
        return !changes.accept(output.luma(), seconds, false).isEmpty() || isStart;
    }

    /** Looks at a frame of the output, which is theirs from now on. */
    void submit(Frame output, double seconds, List<ProofTarget> masked) {
        List<Box> kept = claims.stream()
                .filter(claim -> claim.isKept(output.index()))
                .flatMap(claim -> claim.track().boxAt(output.index()).stream())
                .toList();
        underWay.put(output.index(), new Known(seconds, masked, kept));
        work.submit(output, () -> clock.time(Work.SECOND_EYES, () -> look(output)));
    }

    /** What they made of it all. */
    SecondLook finish() {
        work.drain();
        List<String> names = eyes.stream().map(use -> use.detector().name()).toList();
        return new SecondLook(names, looks, failedLooks, onMasks, onKept, sightings.all());
    }

    @Override
    public void close() {
        work.close();
    }

    @Override
    public void done(Frame frame, OrderedWork.Outcome<Look> outcome) {
        looks++;
        Known known = Optional.ofNullable(underWay.remove(frame.index())).orElseThrow();
        switch (outcome) {
            case OrderedWork.Outcome.Result<Look>(Look look) -> {
                failedLooks += look.failures() > 0 ? 1 : 0;
                sightings.add(frame.index(), known.seconds(), unexplained(look.seen(), known));
            }
            case OrderedWork.Outcome.Failure<Look>(Throwable cause) -> {
                if (cause instanceof VirtualMachineError fatal) {
                    throw fatal;
                }
                failedLooks++;
            }
        }
        recycler.accept(frame);
    }

    private List<Detection> unexplained(List<Detection> seen, Known known) {
        List<Detection> left = new ArrayList<>();
        for (Detection detection : seen) {
            if (isCovered(detection.box(), known.masked())) {
                onMasks++;
            } else if (known.kept().stream().anyMatch(kept -> share(detection.box(), kept) >= EXPLAINED_SHARE)) {
                onKept++;
            } else {
                left.add(detection);
            }
        }
        return left;
    }

    /** True when most of a box lies under masks. */
    static boolean isCovered(Box box, List<ProofTarget> masked) {
        List<Box> areas = masked.stream()
                .map(target -> target.box().grow(target.margin()))
                .map(area -> area.intersect(box))
                .filter(area -> !area.isEmpty())
                .toList();
        return coveredShare(box, areas) >= EXPLAINED_SHARE;
    }

    /** Share of a box that boxes within it cover, told from a grid of points. */
    private static double coveredShare(Box box, List<Box> areas) {
        int covered = 0;
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                double x = box.x() + (column + 0.5) * box.width() / GRID;
                double y = box.y() + (row + 0.5) * box.height() / GRID;
                boolean isInside = areas.stream()
                        .anyMatch(area -> x >= area.x() && x < area.right() && y >= area.y() && y < area.bottom());
                covered += isInside ? 1 : 0;
            }
        }
        return (double) covered / (GRID * GRID);
    }

    private static double share(Box box, Box other) {
        return box.isEmpty() ? 0 : box.intersect(other).area() / box.area();
    }

    private Look look(Frame output) {
        Picture picture = views.get().of(output);
        List<Detection> seen = new ArrayList<>();
        int failures = 0;
        for (DetectorUse eye : eyes) {
            try {
                eye.detector().detect(picture).stream()
                        .map(found -> found.withBox(rotation.toStored(found.box(), output.width(), output.height())))
                        .forEach(seen::add);
            } catch (EngineException e) {
                // whoever cannot look is counted, and what the others see still counts
                failures++;
            }
        }
        return new Look(seen, failures);
    }
}

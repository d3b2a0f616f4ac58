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
import garim.engine.proof.Print;
import garim.engine.proof.PrintMask;
import garim.engine.proof.ProofTarget;
import garim.engine.proof.SecondLook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Second eyes look at frames of an output: every two seconds where something changed, and where a track begins. What they see
 * under a mask, or of somebody who is kept, is counted; what they see elsewhere is a sighting. Where text was printed on the
 * output they look at the input as well: what they see only in the output is the text.
 */
final class SecondEyes implements OrderedWork.Receiver<SecondEyes.Look>, AutoCloseable {
    /** How often they look. */
    static final double EVERY_SECONDS = 2;

    /** Where many tracks begin one after the other, looks at each of them would cost as much as finding them did. */
    private static final double SOONEST_SECONDS = 1;

    /** A picture in which nothing changes is looked at as often as this. */
    private static final double STILL_SECONDS = 20;

    private static final double TOLERANCE = 1e-6;
    private static final double EXPLAINED_SHARE = 0.5;
    private static final int GRID = 12;

    /** Text makes something of a box that holds at least this share of ink. */
    private static final double LEAST_INK = 0.02;

    private static final double SAME_PLACE = 0.3;

    private static final Attention.Focus NOWHERE = new Attention.Focus(false, true, List.of());

    /**
     * What was seen in a frame, in stored pixels.
     *
     * @param printed what is only there because text was printed
     * @param failures how many detectors failed
     */
    record Look(List<Detection> seen, List<Detection> printed, int failures) {}

    /** What may be seen in a frame, and when it is shown. */
    private record Known(
            Optional<Frame> input, double seconds, List<ProofTarget> masked, List<Box> kept, Attention.Focus focus) {}

    private final List<DetectorUse> eyes;
    private final List<Claim> claims;
    private final Rotation rotation;
    private final WorkClock clock;
    private final BiConsumer<Optional<Frame>, Frame> recycler;
    private final Set<Integer> starts = new HashSet<>();
    private final Map<Integer, Known> underWay = new HashMap<>();
    private final SightingList sightings = new SightingList();
    private final ThreadLocal<UprightView> views;
    private final OrderedWork<Look> work;
    private final Attention attention = Attention.thorough(new ChangeWatch(STILL_SECONDS, STILL_SECONDS));
    private final SightMemory memory = new SightMemory();
    private double lastTurn = Double.NEGATIVE_INFINITY;
    private Attention.Focus whereDue = NOWHERE;
    private int looks;
    private int failedLooks;
    private int onMasks;
    private int onKept;

    /**
     * Opens the eyes.
     *
     * @param settings who looks and on how many threads
     * @param claims what should be covered
     * @param recycler takes the frames of input and output that were looked at
     */
    SecondEyes(
            ProofSettings settings,
            List<Claim> claims,
            Rotation rotation,
            WorkClock clock,
            BiConsumer<Optional<Frame>, Frame> recycler) {
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
        return isDue(output, seconds, seconds);
    }

    /**
     * As the other one, where not every frame can be looked at.
     *
     * @param next when the next one can be; they look at this one if that were too late
     */
    boolean isDue(Frame output, double seconds, double next) {
        if (eyes.isEmpty()) {
            return false;
        }
        double since = seconds - lastTurn + TOLERANCE;
        boolean isStart = starts.contains(output.index()) && since >= SOONEST_SECONDS;
        if (!isStart && !isTime(seconds, next)) {
            return false;
        }
        lastTurn = seconds;
        // where nothing changed they would see what they saw
        Attention.Focus changed = attention.focus(output, seconds, false);
        boolean isStill = changed.regions().isEmpty();
        whereDue = isStill ? Attention.Focus.whole(new Box(0, 0, output.width(), output.height())) : changed;
        return !isStill || isStart;
    }

    /**
     * Looks at the frame of the output that was due last, which is theirs from now on, and so is that of the input.
     *
     * @param prints text on the output
     */
    void submit(Frame input, Frame output, double seconds, List<ProofTarget> masked, List<Print> prints) {
        List<Box> kept = claims.stream()
                .filter(claim -> claim.isKept(output.index()))
                .flatMap(claim -> claim.track().boxAt(output.index()).stream())
                .toList();
        Attention.Focus focus = whereDue;
        underWay.put(output.index(), new Known(Optional.of(input), seconds, masked, kept, focus));
        work.submit(output, () -> clock.time(Work.SECOND_EYES, () -> look(input, output, prints, focus)));
    }

    /** As the other one, for a frame that is in the output as it was filmed, and of which nothing is claimed. */
    void submit(Frame output, double seconds) {
        Attention.Focus focus = whereDue;
        underWay.put(output.index(), new Known(Optional.empty(), seconds, List.of(), List.of(), focus));
        work.submit(output, () -> clock.time(Work.SECOND_EYES, () -> look(output, focus)));
    }

    /** True when so much time went by that they look at a frame, or the next chance to look would come too late. */
    boolean isTime(double seconds, double next) {
        return seconds - lastTurn + TOLERANCE >= EVERY_SECONDS || next - lastTurn > EVERY_SECONDS + TOLERANCE;
    }

    /** True when nobody looks. */
    boolean areNone() {
        return eyes.isEmpty();
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
            case OrderedWork.Outcome.Result<Look>(List<Look> parts) -> {
                Look look = parts.getFirst();
                failedLooks += look.failures() > 0 ? 1 : 0;
                onMasks += look.printed().size();
                List<Detection> seen =
                        memory.complete(known.focus(), look.seen()).orElse(look.seen());
                sightings.add(frame.index(), known.seconds(), unexplained(seen, known));
            }
            case OrderedWork.Outcome.Failure<Look>(Throwable cause) -> {
                if (cause instanceof VirtualMachineError fatal) {
                    throw fatal;
                }
                failedLooks++;
            }
        }
        recycler.accept(known.input(), frame);
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

    private Look look(Frame input, Frame output, List<Print> prints, Attention.Focus focus) {
        Look look = look(output, focus);
        List<Detection> doubtful = look.seen().stream()
                .filter(each -> PrintMask.share(prints, each.box(), output.width(), output.height()) >= LEAST_INK)
                .toList();
        if (doubtful.isEmpty()) {
            return look;
        }
        Look filmed = look(input, focus);
        // who could not look at the input cannot tell that it is only text
        List<Detection> printed = filmed.failures() > 0
                ? List.of()
                : doubtful.stream()
                        .filter(each -> !isAmong(each, filmed.seen()))
                        .toList();
        List<Detection> left =
                look.seen().stream().filter(each -> !printed.contains(each)).toList();
        return new Look(left, printed, look.failures());
    }

    /** True when something was seen at the place, whatever its size: half of a target is a target too. */
    private static boolean isAmong(Detection seen, List<Detection> others) {
        return others.stream()
                .anyMatch(other ->
                        share(seen.box(), other.box()) >= SAME_PLACE || share(other.box(), seen.box()) >= SAME_PLACE);
    }

    private Look look(Frame frame, Attention.Focus focus) {
        Picture picture = views.get().of(frame);
        List<Detection> seen = new ArrayList<>();
        int failures = 0;
        for (DetectorUse eye : eyes) {
            try {
                seen.addAll(focus.seenBy(eye.detector(), picture, frame, rotation));
            } catch (EngineException e) {
                // whoever cannot look is counted, and what the others see still counts
                failures++;
            }
        }
        return new Look(seen, List.of(), failures);
    }
}

package garim.engine.proof;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import garim.engine.frame.TargetKind;
import garim.engine.frame.WholeRange;
import garim.engine.frame.WholeReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An output proof compares every frame of an input with the same frame of its masked output and measures what can still
 * be read of the targets that should be covered. Memory does not grow with the number of frames. Used by one thread.
 */
public final class OutputProof {
    /** Cells change slowly; of every so many frames of a track one is counted. */
    private static final int CELLS_EVERY = 5;

    private final List<Claim> byStart;
    private final List<WholeRange> wholeRanges;
    private final int plannedFrames;
    private final List<Claim> present = new ArrayList<>();
    private final Map<Integer, TrackMeter> meters = new LinkedHashMap<>();
    private final Map<WholeRange, Integer> wholeExposed = new LinkedHashMap<>();
    private final SurvivalMeter survival = new SurvivalMeter();
    private final CellCount cells = new CellCount();
    private final OutputDetail detail = new OutputDetail();
    private int nextToStart;
    private int frames;
    private int identicalFrames;

    /**
     * Begins before the first frame.
     *
     * @param claims what should be covered, one for each track
     * @param wholeFrames runs of frames that should be masked whole
     * @param plannedFrames frames after so many should be masked whole too: nobody knows what is in them
     */
    public OutputProof(List<Claim> claims, List<WholeRange> wholeFrames, int plannedFrames) {
        byStart = claims.stream()
                .sorted(Comparator.comparingInt(claim -> claim.track().firstFrame()))
                .toList();
        wholeRanges = List.copyOf(wholeFrames);
        this.plannedFrames = plannedFrames;
        claims.stream()
                .sorted(Comparator.comparingInt(claim -> claim.track().id()))
                .forEach(claim -> meters.put(claim.track().id(), new TrackMeter(claim.track())));
        wholeRanges.forEach(range -> wholeExposed.put(range, 0));
    }

    /** True when a frame should be masked whole. */
    public boolean isWhole(int frame) {
        return wholeRange(frame).isPresent();
    }

    /** What is claimed of a frame: the places whose mask may not let anything through. Frames are asked for in order. */
    public List<ProofTarget> targetsAt(int frame) {
        advance(frame);
        return present.stream()
                .map(claim -> claim.targetAt(frame))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Compares a frame; frames come in order.
     *
     * @param input as it was filmed
     * @param output as it is in the written file; at least as large
     * @param seconds when the frame is shown
     * @param until when the next one is
     */
    public void accept(Frame input, Frame output, double seconds, double until) {
        accept(input, output, seconds, until, List.of());
    }

    /**
     * As the other one, for an output on which text was printed.
     *
     * @param prints what was printed on this frame
     */
    public void accept(Frame input, Frame output, double seconds, double until, List<Print> prints) {
        frames++;
        int frame = input.index();
        Optional<WholeRange> whole = wholeRange(frame);
        if (whole.isPresent()) {
            compareWhole(input, output, whole.get(), prints);
            return;
        }
        List<ProofTarget> targets = targetsAt(frame);
        for (ProofTarget target : targets) {
            survival.measure(input.luma(), output.luma(), target, prints)
                    .ifPresent(left -> add(output.luma(), frame, seconds, until, target, left));
            if (frame % CELLS_EVERY == target.track() % CELLS_EVERY) {
                countCells(output.luma(), target, targets, prints);
            }
        }
    }

    /** Passes over frames that are in the output as they were filmed, byte for byte, and of which nothing is claimed. */
    public void acceptIdentical(int count) {
        frames += count;
        identicalFrames += count;
    }

    /** What was measured. */
    public ProofFigures finish() {
        List<TrackFigures> figures = meters.values().stream()
                .map(TrackMeter::figures)
                .filter(track -> track.framesPresent() > 0)
                .toList();
        List<WholeFigures> whole = wholeExposed.entrySet().stream()
                .filter(run -> run.getKey().firstFrame() < frames)
                .map(run -> whole(run.getKey(), run.getValue()))
                .toList();
        return new ProofFigures(frames, identicalFrames, figures, whole);
    }

    private WholeFigures whole(WholeRange range, int exposed) {
        int last = Math.min(range.lastFrame(), frames - 1);
        return new WholeFigures(range.firstFrame(), last, range.reason(), exposed);
    }

    private void add(Plane after, int frame, double seconds, double until, ProofTarget target, Survival left) {
        TrackMeter meter = meters.get(target.track());
        if (meter == null) {
            return;
        }
        meter.add(frame, seconds, until, left);
        if (meter.isSpot(frame)) {
            meter.addSpot(frame, target.box(), detail.of(after, target.box()));
        }
    }

    private void countCells(Plane after, ProofTarget target, List<ProofTarget> all, List<Print> prints) {
        TrackMeter meter = meters.get(target.track());
        if (meter != null) {
            meter.addCells(
                    cells.of(after, target.box(), prints), all.stream().anyMatch(other -> isCrossing(other, target)));
        }
    }

    /** True when the edge of another mask runs through a target: it looks like an edge between cells. */
    private static boolean isCrossing(ProofTarget other, ProofTarget target) {
        Box mask = other.painted();
        boolean meets = !mask.intersect(target.box()).isEmpty();
        boolean holds = mask.union(target.box()).equals(mask);
        return other.track() != target.track() && meets && !holds;
    }

    private void compareWhole(Frame input, Frame output, WholeRange range, List<Print> prints) {
        Box picture = new Box(0, 0, input.width(), input.height());
        ProofTarget all = new ProofTarget(0, TargetKind.MOTION, picture, Optional.empty(), 0);
        boolean isExposed = survival.measure(input.luma(), output.luma(), all, prints)
                .filter(left -> Exposure.of(left) == Exposure.EXPOSED)
                .isPresent();
        wholeExposed.merge(range, isExposed ? 1 : 0, Integer::sum);
    }

    private void advance(int frame) {
        present.removeIf(claim -> claim.track().lastFrame() < frame);
        while (nextToStart < byStart.size() && byStart.get(nextToStart).track().firstFrame() <= frame) {
            present.add(byStart.get(nextToStart++));
        }
    }

    private Optional<WholeRange> wholeRange(int frame) {
        if (frame >= plannedFrames) {
            return Optional.of(new WholeRange(plannedFrames, Integer.MAX_VALUE, WholeReason.NOT_ANALYZED));
        }
        return wholeRanges.stream().filter(range -> range.contains(frame)).findFirst();
    }
}

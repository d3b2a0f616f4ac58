package garim.engine.proof;

import garim.engine.frame.Box;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Adds up what the frames of one track show, in a memory that does not grow with their number. */
final class TrackMeter {
    private static final int MOST_SPOTS = 8;

    private final Track track;
    private final Map<Exposure, Integer> frames = new EnumMap<>(Exposure.class);
    private final List<FrameSpan> runs = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private final Median cells = new Median();
    private final Median crossedCells = new Median();
    private int present;
    private int runStart = -1;
    private int lastExposed = -1;
    private double runStartSeconds;
    private int longestRun;
    private double longestSeconds;
    private double weakestCoverage = 1;
    private int weakestFrame;
    private double correlations;
    private double highestCorrelation = -1;

    TrackMeter(Track track) {
        this.track = track;
        this.weakestFrame = track.firstFrame();
    }

    /** True when a frame is one of those to which anybody may go back. */
    boolean isSpot(int frame) {
        int length = track.lastFrame() - track.firstFrame();
        int parts = Math.min(MOST_SPOTS - 1, Math.max(1, length));
        for (int i = 0; i <= parts; i++) {
            if (frame == track.firstFrame() + (int) ((long) i * length / parts)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds a frame in which the target lies in the picture.
     *
     * @param seconds when it is shown
     * @param until when the next frame is shown
     */
    void add(int frame, double seconds, double until, Survival left) {
        Exposure exposure = Exposure.of(left);
        present++;
        frames.merge(exposure, 1, Integer::sum);
        correlations += left.correlation();
        highestCorrelation = Math.max(highestCorrelation, left.correlation());
        if (1 - left.exposedShare() < weakestCoverage) {
            weakestCoverage = 1 - left.exposedShare();
            weakestFrame = frame;
        }
        if (exposure == Exposure.EXPOSED) {
            addExposed(frame, seconds, until);
        }
    }

    /**
     * Adds a count of cells.
     *
     * @param isCrossed true when the edges of other masks may have been counted; such counts serve where there is no other
     */
    void addCells(OptionalDouble measured, boolean isCrossed) {
        measured.ifPresent(isCrossed ? crossedCells::add : cells::add);
    }

    void addSpot(int frame, Box box, double detail) {
        spots.add(new Spot(
                frame,
                (int) Math.round(box.x()),
                (int) Math.round(box.y()),
                (int) Math.round(box.width()),
                (int) Math.round(box.height()),
                Rounded.hundredth(detail)));
    }

    private void addExposed(int frame, double seconds, double until) {
        if (runStart < 0 || frame != lastExposed + 1) {
            runStart = frame;
            runStartSeconds = seconds;
        } else if (!runs.isEmpty() && runs.getLast().lastFrame() == lastExposed) {
            runs.removeLast();
        }
        lastExposed = frame;
        if (runs.size() < TrackFigures.MOST_RUNS) {
            runs.add(new FrameSpan(runStart, frame));
        }
        if (frame - runStart + 1 > longestRun) {
            longestRun = frame - runStart + 1;
            longestSeconds = until - runStartSeconds;
        }
    }

    TrackFigures figures() {
        double meters = ViewLevel.meters(track.kind()).orElse(0);
        double count = cells.isEmpty() ? crossedCells.value() : cells.value();
        double density = meters == 0 ? 0 : count / meters;
        return new TrackFigures(
                track.id(),
                track.kind(),
                track.firstFrame(),
                track.lastFrame(),
                present,
                frames.getOrDefault(Exposure.COVERED, 0),
                frames.getOrDefault(Exposure.WEAK, 0),
                frames.getOrDefault(Exposure.EXPOSED, 0),
                frames.getOrDefault(Exposure.NO_DETAIL, 0),
                longestRun,
                Rounded.thousandth(longestSeconds),
                runs,
                Rounded.thousandth(weakestCoverage),
                weakestFrame,
                Rounded.thousandth(correlations / Math.max(1, present)),
                Rounded.thousandth(present == 0 ? 0 : highestCorrelation),
                count,
                Rounded.hundredth(density),
                ViewLevel.of(density),
                spots);
    }
}

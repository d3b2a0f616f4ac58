package garim.engine.proof;

import java.util.List;

/**
 * All that was measured of an output.
 *
 * @param frames frames compared
 * @param identicalFrames those of them that were compared as coded bytes, because nothing is masked there and both files hold
 *     the same; 0 in certificates of programs that did not count them
 * @param tracks the tracks that are masked somewhere, by number
 * @param wholeFrames the runs of frames that are masked whole
 */
public record ProofFigures(int frames, int identicalFrames, List<TrackFigures> tracks, List<WholeFigures> wholeFrames) {
    public ProofFigures {
        tracks = List.copyOf(tracks);
        wholeFrames = List.copyOf(wholeFrames);
    }

    /** Nothing was measured. */
    public static ProofFigures none() {
        return new ProofFigures(0, 0, List.of(), List.of());
    }

    /** True when something that should be covered can be read somewhere. */
    public boolean isExposed() {
        return tracks.stream().anyMatch(TrackFigures::isExposed)
                || wholeFrames.stream().anyMatch(run -> run.framesExposed() > 0);
    }

    /** The highest density that is left of any target of an assumed size, in pixels per metre. */
    public double pixelsPerMeter() {
        return tracks.stream().mapToDouble(TrackFigures::pixelsPerMeter).max().orElse(0);
    }
}

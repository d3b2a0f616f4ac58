package garim.engine.visibility;

import garim.engine.frame.Keyframe;
import garim.engine.frame.Origin;
import garim.engine.frame.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A reviewed track is a track as it stands after all edits, with what was decided about it.
 *
 * @param track where it is
 * @param kept when it is visible, in rising order without overlap
 * @param otherwise what holds in all its other frames
 * @param suggested true when it stands on thin evidence: it was seen once at most, and nobody drew it. A part that a reviewer
 *     cut off is as well founded as the track it was cut from
 */
public record ReviewedTrack(Track track, List<KeptSpan> kept, Verdict.Hidden otherwise, boolean suggested) {
    private static final int FEWEST_SIGHTINGS = 2;

    public ReviewedTrack {
        Objects.requireNonNull(track);
        Objects.requireNonNull(otherwise);
        kept = List.copyOf(kept);
    }

    /** A track that is masked from begin to end. */
    static ReviewedTrack hidden(Track track, HiddenReason reason, int entry) {
        return new ReviewedTrack(track, List.of(), new Verdict.Hidden(reason, entry), isThin(track));
    }

    /** The same track after a decision about it. */
    ReviewedTrack decided(List<KeptSpan> visible, Verdict.Hidden elsewhere) {
        return new ReviewedTrack(track, visible, elsewhere, suggested);
    }

    /** The same decisions about the track on another course. */
    ReviewedTrack on(List<Keyframe> course) {
        return new ReviewedTrack(new Track(track.id(), track.kind(), course), kept, otherwise, suggested);
    }

    static boolean isThin(Track track) {
        boolean isDrawn = track.keyframes().stream().anyMatch(keyframe -> keyframe.origin() == Origin.MANUAL);
        long sightings = track.keyframes().stream()
                .map(Keyframe::origin)
                .filter(origin -> origin == Origin.DETECTED || origin == Origin.SECOND_EYES)
                .count();
        return !isDrawn && sightings < FEWEST_SIGHTINGS;
    }

    /** What is done with it in a frame of its life. */
    public Verdict verdictAt(int frame) {
        Optional<KeptSpan> span =
                kept.stream().filter(each -> each.contains(frame)).findFirst();
        return span.<Verdict>map(each -> new Verdict.Visible(each.entry())).orElse(otherwise);
    }

    /** True when its mask is lifted in a frame. */
    public boolean isVisible(int frame) {
        return verdictAt(frame) instanceof Verdict.Visible;
    }

    /** True when its mask is lifted somewhere. */
    public boolean isKept() {
        return !kept.isEmpty();
    }

    /** True when it is there in a frame. */
    boolean isPresent(int frame) {
        return frame >= track.firstFrame() && frame <= track.lastFrame();
    }

    /** The same decisions about a part of the track. */
    ReviewedTrack part(int id, List<Keyframe> keyframes) {
        Track part = new Track(id, track.kind(), keyframes);
        List<KeptSpan> left = new ArrayList<>();
        for (KeptSpan span : kept) {
            int first = Math.max(span.firstFrame(), part.firstFrame());
            int last = Math.min(span.lastFrame(), part.lastFrame());
            if (first <= last) {
                left.add(new KeptSpan(first, last, span.entry()));
            }
        }
        return new ReviewedTrack(part, left, otherwise, suggested);
    }
}

package garim.engine.pipeline;

import garim.engine.media.PacketIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A segment is a stretch of frames that is masked and encoded by itself, so that segments can be written at the same time and
 * those that are written need not be written again.
 *
 * @param number 0-based
 * @param first index of its first frame
 * @param end index after its last frame; {@link Integer#MAX_VALUE} for the last one, which goes to the end of the file
 */
record Segment(int number, int first, int end) {
    private static final double SECONDS = 10;

    /** Frames after which a segment ends where a file does not tell its times. */
    private static final int FRAMES = 300;

    Segment {
        if (number < 0 || first < 0 || end <= first) {
            throw new IllegalArgumentException("bad segment " + first + "-" + end);
        }
    }

    boolean isLast() {
        return end == Integer.MAX_VALUE;
    }

    /**
     * Cuts a file into segments; the same file is always cut at the same frames.
     *
     * @param index times and keys of its frames, if it is regular; segments then begin at keys
     * @param frames how many there are
     * @param tickSeconds seconds per tick of the index
     */
    static List<Segment> of(Optional<PacketIndex> index, int frames, double tickSeconds) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int frame = 1; frame < frames; frame++) {
            if (isStart(index, frame, starts.getLast(), tickSeconds)) {
                starts.add(frame);
            }
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : Integer.MAX_VALUE;
            segments.add(new Segment(i, starts.get(i), end));
        }
        return segments;
    }

    private static boolean isStart(Optional<PacketIndex> index, int frame, int latest, double tickSeconds) {
        return index.map(known ->
                        known.isKey(frame) && (known.shownAt(frame) - known.shownAt(latest)) * tickSeconds >= SECONDS)
                .orElse(frame - latest >= FRAMES);
    }
}

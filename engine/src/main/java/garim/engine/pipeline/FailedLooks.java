package garim.engine.pipeline;

import garim.engine.frame.WholeRange;
import garim.engine.frame.WholeReason;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the frames on which a detector failed. Every frame that no successful look vouches for, from the look before
 * to the look after, is masked whole.
 */
final class FailedLooks {
    private final int every;
    private final List<WholeRange> ranges = new ArrayList<>();

    FailedLooks(int every) {
        this.every = every;
    }

    /** Notes that the look at a frame failed; frames are noted in rising order. */
    void add(int frame) {
        int first = Math.max(0, frame - every + 1);
        int last = frame + every - 1;
        if (!ranges.isEmpty() && ranges.getLast().lastFrame() >= first - 1) {
            WholeRange open = ranges.removeLast();
            first = Math.min(first, open.firstFrame());
        }
        ranges.add(new WholeRange(first, last, WholeReason.DETECTOR_FAILED));
    }

    /** The runs of frames to mask whole, cut at the end of the clip. */
    List<WholeRange> ranges(int frames) {
        return ranges.stream()
                .map(range ->
                        new WholeRange(range.firstFrame(), Math.min(range.lastFrame(), frames - 1), range.reason()))
                .toList();
    }
}

package garim.engine.pipeline;

import garim.engine.frame.WholeRange;
import garim.engine.frame.WholeReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the frames of which nobody knows what is in them. Every frame that no successful look vouches for, from the
 * look before to the look after, is masked whole.
 */
final class UnknownFrames {
    private final List<WholeRange> failures = new ArrayList<>();

    /**
     * Notes a look that gave no answer.
     *
     * @param frame the frame that was looked at
     * @param interval frames from one such look to the next
     * @param reason why there was no answer
     */
    void add(int frame, int interval, WholeReason reason) {
        failures.add(new WholeRange(Math.max(0, frame - interval + 1), frame + interval - 1, reason));
    }

    /** The runs of frames to mask whole, joined where they touch, cut at the end of the clip. */
    List<WholeRange> ranges(int frames) {
        List<WholeRange> joined = new ArrayList<>();
        List<WholeRange> rising = failures.stream()
                .sorted(Comparator.comparingInt(WholeRange::firstFrame))
                .toList();
        for (WholeRange failure : rising) {
            int first = failure.firstFrame();
            int last = Math.min(failure.lastFrame(), frames - 1);
            if (!joined.isEmpty() && joined.getLast().lastFrame() >= first - 1) {
                WholeRange open = joined.removeLast();
                first = open.firstFrame();
                last = Math.max(last, open.lastFrame());
            }
            joined.add(new WholeRange(first, last, failure.reason()));
        }
        return joined;
    }
}

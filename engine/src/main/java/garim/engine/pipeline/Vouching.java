package garim.engine.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The frames that one detector vouches for: those that it looked at, and those between two of its looks at one scene that are
 * not too far apart. Whoever was in them was seen before or after.
 */
final class Vouching {
    private record Span(int first, int last) {}

    private record Good(int frame, int scene, double seconds) {}

    private final double longestSeconds;
    private final Deque<Span> spans = new ArrayDeque<>();
    private Good last = new Good(-1, -1, Double.NEGATIVE_INFINITY);

    /**
     * Vouches for nothing.
     *
     * @param longestSeconds two looks that are farther apart say nothing of what is between them
     */
    Vouching(double longestSeconds) {
        this.longestSeconds = longestSeconds;
    }

    /** A look was answered. Looks are noted in the order of their frames. */
    void answered(int frame, int scene, double seconds) {
        boolean continues = last.scene() == scene && seconds - last.seconds() <= longestSeconds;
        spans.addLast(new Span(continues ? last.frame() : frame, frame));
        last = new Good(frame, scene, seconds);
    }

    /** A look failed: nothing between the look before and the one after is vouched for. */
    void failed() {
        last = new Good(-1, -1, Double.NEGATIVE_INFINITY);
    }

    /** True when the detector vouches for a frame. */
    boolean covers(int frame) {
        return spans.stream().anyMatch(span -> span.first() <= frame && frame <= span.last());
    }

    /** True when the latest look that was answered was at this scene. */
    boolean isWithin(int scene) {
        return last.scene() == scene;
    }

    /** Forgets the frames before this one. */
    void forgetBefore(int frame) {
        while (!spans.isEmpty() && spans.getFirst().last() < frame) {
            spans.removeFirst();
        }
    }
}

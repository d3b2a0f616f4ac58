package garim.engine.frame;

import java.util.Objects;

/**
 * A mask rule says how targets of one kind are covered.
 *
 * @param style how the pixels are replaced
 * @param margin ratio of the target's width and height that is covered in addition on every side, 0-2
 */
public record MaskRule(MaskStyle style, double margin) {
    /** The largest margin that makes sense: a mask five times as wide as its target. */
    public static final double MAX_MARGIN = 2;

    public MaskRule {
        Objects.requireNonNull(style);
        if (!(margin >= 0 && margin <= MAX_MARGIN)) {
            throw new IllegalArgumentException("margin " + margin + " is not within 0-" + MAX_MARGIN);
        }
    }
}

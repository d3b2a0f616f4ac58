package garim.engine.mask;

import garim.engine.frame.Box;
import garim.engine.frame.MaskRule;
import java.util.Objects;

/**
 * A mask region is one target in one frame and the rule by which it is covered.
 *
 * @param target box in unrotated pixels, may reach outside the picture
 * @param rule style and margin
 */
public record MaskRegion(Box target, MaskRule rule) {
    public MaskRegion {
        Objects.requireNonNull(target);
        Objects.requireNonNull(rule);
    }
}

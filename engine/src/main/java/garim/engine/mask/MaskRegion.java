package garim.engine.mask;

import garim.engine.frame.Box;
import garim.engine.frame.MaskRule;
import garim.engine.frame.TargetKind;
import java.util.Objects;

/**
 * A mask region is one target in one frame and the rule by which it is covered.
 *
 * @param track number of the track that it belongs to; its colours are held from frame to frame under this number
 * @param kind what it is, which decides how strong its mask is
 * @param target box in unrotated pixels, may reach outside the picture
 * @param rule style and margin
 */
public record MaskRegion(int track, TargetKind kind, Box target, MaskRule rule) {
    public MaskRegion {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(target);
        Objects.requireNonNull(rule);
    }
}

package garim.engine.mask;

import garim.engine.frame.Box;
import garim.engine.frame.MaskRule;
import garim.engine.frame.Polygon;
import garim.engine.frame.TargetKind;
import java.util.Objects;
import java.util.Optional;

/**
 * A mask region is one target in one frame and the rule by which it is covered.
 *
 * @param track number of the track that it belongs to; its colours are held from frame to frame under this number
 * @param kind what it is, which decides how strong its mask is
 * @param target box in unrotated pixels, may reach outside the picture
 * @param rule style and margin
 * @param polygon the part of the box that is covered; empty when it is the whole box
 */
public record MaskRegion(int track, TargetKind kind, Box target, MaskRule rule, Optional<Polygon> polygon) {
    public MaskRegion {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(target);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(polygon);
    }

    /** A region that is covered as a whole box. */
    public MaskRegion(int track, TargetKind kind, Box target, MaskRule rule) {
        this(track, kind, target, rule, Optional.empty());
    }

    /** A region of which only a polygon, and its margin, is covered. */
    public MaskRegion(int track, TargetKind kind, Polygon polygon, MaskRule rule) {
        this(track, kind, polygon.bounds(), rule, Optional.of(polygon));
    }
}

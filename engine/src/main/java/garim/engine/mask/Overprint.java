package garim.engine.mask;

import garim.engine.frame.TargetKind;
import java.util.Objects;
import java.util.Optional;

/**
 * An overprint is the text that is printed on pictures when everything is masked: it can cover more, and never uncovers
 * anything.
 *
 * @param labels what is printed on each mask; empty for nothing
 * @param watermark what is printed on the whole picture; empty for nothing
 */
public record Overprint(Optional<Labels> labels, Optional<Watermark> watermark) {
    /** No text at all. */
    public static final Overprint NONE = new Overprint(Optional.empty(), Optional.empty());

    public Overprint {
        Objects.requireNonNull(labels);
        Objects.requireNonNull(watermark);
    }

    /** Says what is printed on masks; asked once for every track. */
    public interface Labels {
        /**
         * The stamp of a track, upright.
         *
         * @param track its number
         * @param kind what it is
         */
        TextStamp of(int track, TargetKind kind);
    }

    /**
     * A watermark on every picture.
     *
     * @param stamp upright, as strong as it is to be
     * @param layout where it stands
     */
    public record Watermark(TextStamp stamp, Layout layout) {
        public Watermark {
            Objects.requireNonNull(stamp);
            Objects.requireNonNull(layout);
        }
    }

    /** Where a watermark stands. */
    public enum Layout {
        /** All over the picture, so that it cannot be cut off. */
        TILED,
        /** At the bottom left. */
        CORNER
    }
}

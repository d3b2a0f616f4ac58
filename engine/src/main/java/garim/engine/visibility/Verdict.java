package garim.engine.visibility;

import java.util.Objects;

/** What is done with a track in one frame, and by which entry of the review. */
public sealed interface Verdict {
    /**
     * Its mask is lifted.
     *
     * @param entry number of the entry that keeps it
     */
    record Visible(int entry) implements Verdict {}

    /**
     * It is masked.
     *
     * @param reason why
     * @param entry number of the entry that says so; 0 where none does
     */
    record Hidden(HiddenReason reason, int entry) implements Verdict {
        public Hidden {
            Objects.requireNonNull(reason);
        }
    }
}

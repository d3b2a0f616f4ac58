package garim.cli.review;

import garim.engine.frame.ReviewEntry;
import garim.engine.frame.TargetKind;
import garim.engine.visibility.Verdict;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of the redaction log: one stretch of time in which one thing is treated in one way, and why.
 *
 * @param subject what it is about
 * @param firstFrame first frame
 * @param lastFrame last frame, inclusive
 * @param fromSeconds when it begins, from the first frame of the clip
 * @param toSeconds when its last frame is shown
 * @param entry the entry of the review that says so; empty where none does
 */
public record LogRow(
        Subject subject,
        int firstFrame,
        int lastFrame,
        double fromSeconds,
        double toSeconds,
        Optional<ReviewEntry> entry) {
    public LogRow {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(entry);
    }

    /** What a row is about. */
    public sealed interface Subject {
        /**
         * A track.
         *
         * @param number its number
         * @param kind what it is
         * @param verdict what is done with it
         */
        record OfTrack(int number, TargetKind kind, Verdict verdict) implements Subject {}

        /**
         * The whole picture, which is masked.
         *
         * @param reason stable word for why, such as {@code DETECTOR_FAILED}
         */
        record OfPicture(String reason) implements Subject {}

        /** The faces of the clip, which were compared with each other as a hint for a reviewer. */
        record OfFaces() implements Subject {}
    }

    /** Who says so; empty where nobody had to. */
    public String by() {
        return entry.map(ReviewEntry::by).orElse("");
    }

    /** Code of the reason; empty where nobody had to give one. */
    public String reason() {
        return entry.map(ReviewEntry::reason).orElse("");
    }
}

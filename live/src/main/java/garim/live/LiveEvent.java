package garim.live;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something happened that whoever looks after the cameras should know.
 *
 * @param at when, by the clock of this machine
 * @param camera name of the camera
 * @param kind what
 * @param details what fills the places of the sentence for this kind; no password
 */
public record LiveEvent(Instant at, String camera, Kind kind, List<String> details) {
    /** What can happen; the names are stable. */
    public enum Kind {
        /** The camera gives pictures. Details: where it is. */
        CONNECTED,
        /** The camera is gone; it is tried again. Details: why, seconds until the next try. */
        GONE,
        /** The whole picture is masked, for longer than a moment. Details: why. */
        WHOLE,
        /** Targets are masked again, and the rest is shown. */
        TARGETS,
        /** The machine cannot keep up, or can again. Details: what the camera does without. */
        SHEDDING,
        /** Masking failed and begins anew; nothing was shown meanwhile. Details: why. */
        RESTARTED,
        /** A viewer, a recording or a server of masked pictures failed and is left out. Details: which, why. */
        SINK_FAILED,
        /** Something about recordings or sealed originals. Details: what, a technical word on it. */
        STORAGE
    }

    public LiveEvent {
        Objects.requireNonNull(at);
        Objects.requireNonNull(camera);
        Objects.requireNonNull(kind);
        details = List.copyOf(details);
    }
}

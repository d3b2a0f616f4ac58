package garim.live.store;

/**
 * A store event is something about recordings or sealed originals that a person should know.
 *
 * @param kind what happened
 * @param camera whose store it is; may be empty
 * @param detail a technical word on it in English; may be empty
 */
public record StoreEvent(Kind kind, String camera, String detail) {
    /** What can happen; the names are stable. */
    public enum Kind {
        /** There is no room; nothing is stored until there is. Told once. */
        DISK_FULL,
        /** The disk failed; nothing is stored until it works again. Told once. */
        DISK_FAILED,
        /** Storing goes on. */
        DISK_BACK,
        /** The clock was set; a new segment begins. */
        CLOCK_JUMPED,
        /** A segment that an interruption had cut was brought in order. */
        SEGMENT_REPAIRED,
        /** Pictures were lost because the disk is too slow. */
        DISK_SLOW,
        /** A segment or a day has reached its age or the store its size, and was deleted. */
        EXPIRED,
        /** What is older cannot be deleted now, since the clock is in doubt or the file resists. */
        EXPIRY_DELAYED
    }
}

package garim.live.camera;

import java.time.Duration;

/** How long to wait before a camera is tried again: longer each time it fails, up to half a minute, and short again once it ran. */
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** A camera that ran for so long has recovered. */
    private static final Duration RECOVERED = Duration.ofSeconds(10);

    private Duration next = FIRST;

    /**
     * The wait after a connection ended.
     *
     * @param ran how long pictures came
     */
    Duration after(Duration ran) {
        if (ran.compareTo(RECOVERED) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }
}

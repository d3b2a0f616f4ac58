package garim.live.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void waitsLongerEachTimeButNotForEver() {
        assertEquals(Duration.ofSeconds(1), backoff.after(Duration.ZERO));
        assertEquals(Duration.ofSeconds(2), backoff.after(Duration.ZERO));
        assertEquals(Duration.ofSeconds(4), backoff.after(Duration.ZERO));
        for (int i = 0; i < 20; i++) {
            backoff.after(Duration.ZERO);
        }
        assertEquals(Backoff.LONGEST, backoff.after(Duration.ZERO));
    }

    @Test
    void waitsShortlyAgainOnceTheCameraRan() {
        backoff.after(Duration.ZERO);
        backoff.after(Duration.ZERO);
        assertEquals(Backoff.FIRST, backoff.after(Duration.ofMinutes(1)));
    }
}

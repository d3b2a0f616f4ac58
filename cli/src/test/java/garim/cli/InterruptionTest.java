package garim.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class InterruptionTest {
    @Test
    void cancelsTheProgressOfARunningJob() {
        Console console = new Recording().console(Locale.ENGLISH);
        var progress = console.progress(console.reporter(false), "clip.mp4");
        assertFalse(progress.isCancelled());
        console.interruption().request();
        assertTrue(progress.isCancelled());
    }

    @Test
    void letsTheProgramEndOnlyWhenTheWorkHasCleanedUp() throws InterruptedException {
        Interruption interruption = new Interruption();
        Thread shutdown = new Thread(interruption::onShutdown);
        shutdown.start();
        long end = System.nanoTime() + 10_000_000_000L;
        while (!interruption.isRequested() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertTrue(interruption.isRequested());
        assertTrue(shutdown.isAlive());
        interruption.workEnded();
        shutdown.join(10_000);
        assertFalse(shutdown.isAlive());
    }
}

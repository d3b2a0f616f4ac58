package garim.live.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LookPoolTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private final AtomicLong now = new AtomicLong();

    private void busy() {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void hasTimeToSpareWhileNothingWaits() throws InterruptedException {
        try (LookPool pool = new LookPool(2, now::get)) {
            assertTrue(pool.hasSpare());
            pool.execute(this::busy);
            begun.await();
            assertTrue(pool.hasSpare());
            pool.execute(this::busy);
            pool.execute(this::busy);
            assertFalse(pool.hasSpare());
            end.countDown();
        }
    }

    @Test
    void oneLookAtATimeIsMadeInSpareTimeAndKeepsNoneWaiting() throws InterruptedException {
        try (LookPool pool = new LookPool(2, now::get)) {
            pool.spare().execute(this::busy);
            begun.await();
            assertFalse(pool.hasSpare());
            CountDownLatch looked = new CountDownLatch(2);
            pool.execute(looked::countDown);
            pool.execute(looked::countDown);
            assertTrue(looked.await(30, TimeUnit.SECONDS));
            end.countDown();
        }
    }

    @Test
    void restsAfterALookInSpareTimeForThreeTimesAsLongAsItTook() {
        LookPool pool = new LookPool(2, now::get);
        try (pool) {
            pool.spare().execute(() -> now.addAndGet(10));
        }
        now.set(39);
        assertFalse(pool.hasSpare());
        now.set(40);
        assertTrue(pool.hasSpare());
    }

    @Test
    void aSingleThreadNeverHasTimeToSpare() {
        try (LookPool pool = new LookPool(1, now::get)) {
            assertFalse(pool.hasSpare());
        }
    }

    @Test
    void whatIsBeingLookedAtIsWaitedForAtTheEnd() {
        AtomicInteger looks = new AtomicInteger();
        try (LookPool pool = new LookPool(2, now::get)) {
            for (int i = 0; i < 20; i++) {
                pool.execute(looks::incrementAndGet);
            }
        }
        assertEquals(20, looks.get());
    }
}

package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OrderedWorkTest {
    private final List<String> received = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private OrderedWork<String> work(int threads, int mostUnderWay) {
        return new OrderedWork<>("test", threads, mostUnderWay, (frame, outcome) -> {
            switch (outcome) {
                case OrderedWork.Outcome.Result<String>(List<String> values) ->
                    received.add(frame.index() + ":" + String.join("+", values));
                case OrderedWork.Outcome.Failure<String>(Throwable cause) -> failures.add(cause);
            }
        });
    }

    private static Frame frame(int index) {
        return Frame.allocate(2, 2, index, index);
    }

    @Test
    void resultsComeInTheOrderOfFramesAndParts() {
        Random random = new Random(4);
        try (OrderedWork<String> work = work(3, 5)) {
            for (int i = 0; i < 60; i++) {
                int turns = random.nextInt(20_000);
                work.submit(frame(i), List.of(() -> "slow" + busy(turns), () -> "quick"));
            }
            work.drain();
        }
        for (int i = 0; i < 60; i++) {
            assertEquals(i + ":slow1+quick", received.get(i));
        }
    }

    private static int busy(int turns) {
        double sum = 1;
        for (int i = 0; i < turns; i++) {
            sum = Math.sqrt(sum);
        }
        return (int) Math.round(sum);
    }

    @Test
    void partsOfOneFrameRunSideBySide() {
        CountDownLatch both = new CountDownLatch(2);
        Callable<String> waitsForTheOther = () -> {
            both.countDown();
            both.await();
            return "met";
        };
        try (OrderedWork<String> work = work(2, 2)) {
            work.submit(frame(0), List.of(waitsForTheOther, waitsForTheOther));
            work.drain();
        }
        assertEquals(List.of("0:met+met"), received);
    }

    @Test
    void aFrameOfWhichAPartFailedIsHandedBackAfterAllItsPartsEnded() {
        CountDownLatch failed = new CountDownLatch(1);
        AtomicBoolean isWorkedOn = new AtomicBoolean(true);
        try (OrderedWork<String> work = work(2, 2)) {
            work.submit(
                    frame(0),
                    List.of(
                            () -> {
                                failed.countDown();
                                throw new IllegalStateException("broken");
                            },
                            () -> {
                                failed.await();
                                isWorkedOn.set(false);
                                return "late";
                            }));
            work.drain();
            assertTrue(!isWorkedOn.get());
        }
        assertInstanceOf(IllegalStateException.class, failures.getFirst());
        assertEquals(List.of(), received);
    }

    @Test
    void noMoreFramesAreUnderWayThanMayBe() {
        try (OrderedWork<String> work = work(1, 3)) {
            for (int i = 0; i < 10; i++) {
                work.submit(frame(i), () -> "done");
                assertTrue(i + 1 - received.size() <= 3);
            }
            work.drain();
        }
        assertEquals(10, received.size());
    }
}

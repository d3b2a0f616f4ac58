package garim.live.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.pipeline.LiveShedding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverloadTest {
    private static final long FRAME = Duration.ofMillis(100).toNanos();

    private final Overload overload = new Overload(true);
    private final List<LiveShedding> steps = new ArrayList<>();
    private long now = 7;

    @BeforeEach
    void begins() {
        run(overload, Duration.ofSeconds(5), 0, false);
    }

    private void run(Duration time, long lateness, boolean isUnlooked) {
        run(overload, time, lateness, isUnlooked);
    }

    private void run(Overload overload, Duration time, long lateness, boolean isUnlooked) {
        for (long passed = 0; passed < time.toNanos(); passed += FRAME) {
            now += FRAME;
            if (overload.note(now, lateness, isUnlooked)) {
                steps.add(overload.level());
            }
        }
    }

    @Test
    void shedsNothingWhileFramesComeInTime() {
        run(Duration.ofMinutes(5), 0, false);
        assertEquals(List.of(), steps);
    }

    @Test
    void shedsLooksThenFramesThenEverything() {
        run(Duration.ofSeconds(20), 0, true);
        assertEquals(List.of(LiveShedding.FEWER_LOOKS, LiveShedding.FEWER_FRAMES, LiveShedding.WHOLE), steps);
    }

    @Test
    void lateFramesAreOverloadToo() {
        run(Duration.ofSeconds(4), Duration.ofMillis(400).toNanos(), false);
        assertEquals(List.of(LiveShedding.FEWER_LOOKS), steps);
    }

    @Test
    void whatHasJustBegunMayBeSlow() {
        Overload begun = new Overload(true);
        run(begun, Duration.ofSeconds(5), 0, true);
        run(begun, Duration.ofSeconds(30), 0, false);
        assertEquals(List.of(), steps);
    }

    @Test
    void whereNobodyLooksFramesAreShedFirst() {
        Overload unlooked = new Overload(false);
        run(unlooked, Duration.ofSeconds(20), 0, true);
        run(unlooked, Duration.ofSeconds(60), 0, false);
        assertEquals(
                List.of(LiveShedding.FEWER_FRAMES, LiveShedding.WHOLE, LiveShedding.FEWER_FRAMES, LiveShedding.NONE),
                steps);
    }

    @Test
    void comesBackStepByStepWhenItIsCalm() {
        run(Duration.ofSeconds(20), 0, true);
        steps.clear();
        run(Duration.ofSeconds(60), 0, false);
        assertEquals(List.of(LiveShedding.FEWER_FRAMES, LiveShedding.FEWER_LOOKS, LiveShedding.NONE), steps);
    }

    @Test
    void waitsLongerEachTimeThatComingBackWasWrong() {
        List<Integer> changes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            run(Duration.ofSeconds(6), 0, true);
            run(Duration.ofSeconds(13), 0, false);
            changes.add(steps.size());
            steps.clear();
        }
        assertTrue(changes.getLast() < changes.getFirst(), changes.toString());
    }
}

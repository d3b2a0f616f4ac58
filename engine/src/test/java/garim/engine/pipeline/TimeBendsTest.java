package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.FrameTime;
import garim.engine.frame.PlanInput;
import garim.engine.frame.Rotation;
import garim.engine.frame.Timeline;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan tells when each of its frames is shown, whether they come evenly or not. */
final class TimeBendsTest {
    private static final double TOLERANCE_TICKS = 2;

    @Test
    void anEvenClipHasNoBends() {
        assertEquals(List.of(), TimeBends.of(ticks(1000, frame -> 100 + 512L * frame), TOLERANCE_TICKS));
    }

    @Test
    void timesRoundedToMillisecondsHaveNone() {
        long[] ticks = ticks(5000, frame -> Math.round(frame * 1000 / 30.0));
        assertEquals(List.of(), TimeBends.of(ticks, TOLERANCE_TICKS));
    }

    @Test
    void aPauseIsABendAtEitherEnd() {
        long[] ticks = ticks(100, frame -> 40L * frame + (frame > 50 ? 5000 : 0));
        assertEquals(List.of(new FrameTime(50, 2000), new FrameTime(51, 7040)), TimeBends.of(ticks, TOLERANCE_TICKS));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyFrameIsToldToWithinTheTolerance(long seed) {
        Random random = new Random(seed);
        long[] ticks = new long[300];
        for (int i = 1; i < ticks.length; i++) {
            ticks[i] = ticks[i - 1] + (random.nextInt(10) == 0 ? 1 + random.nextInt(200) : 30 + random.nextInt(4));
        }
        Timeline told = input(ticks).timeline();
        for (int frame = 0; frame < ticks.length; frame++) {
            double off = told.secondsAt(frame) * 1000 - ticks[frame];
            assertTrue(Math.abs(off) <= TOLERANCE_TICKS + 1e-6, "frame " + frame + " off by " + off);
        }
    }

    private static PlanInput input(long[] ticks) {
        return new PlanInput(
                "a.mkv",
                "0".repeat(64),
                1,
                "matroska",
                "h264",
                64,
                64,
                Rotation.NONE,
                "1/1000",
                ticks.length,
                ticks[0],
                ticks[ticks.length - 1],
                TimeBends.of(ticks, TOLERANCE_TICKS));
    }

    private static long[] ticks(int frames, java.util.function.LongUnaryOperator tick) {
        return LongStream.range(0, frames).map(tick).toArray();
    }
}

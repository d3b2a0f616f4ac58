package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Frame;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CadenceTest {
    private static List<Integer> looks(int every, double secondsPerFrame) {
        DetectorUse use = new DetectorUse(OddDetector.failingAlways(), List.of());
        Cadence cadence = new Cadence(List.of(use), every, 0.6, frame -> frame.index() * secondsPerFrame);
        return IntStream.range(0, 10)
                .filter(index -> !cadence.due(Frame.allocate(16, 16, index, index), false)
                        .isEmpty())
                .boxed()
                .toList();
    }

    @Test
    void looksAtEveryNthFrameOfAnOrdinaryRecording() {
        assertEquals(List.of(0, 3, 6, 9), looks(3, 0.04));
    }

    @Test
    void looksAtEveryFrameOfASlowRecording() {
        assertEquals(IntStream.range(0, 10).boxed().toList(), looks(3, 1.0));
    }

    @Test
    void spreadsTheTurnsOfSeveralDetectorsButLetsAllSeeTheFirstFrame() {
        List<DetectorUse> uses = Stream.of(1, 1, 2)
                .map(stride -> new DetectorUse(OddDetector.failingAlways(), List.of(), stride))
                .toList();
        Cadence cadence = new Cadence(uses, 6, 10, frame -> frame.index() * 0.04);
        List<Integer> due = IntStream.range(0, 13)
                .mapToObj(index -> cadence.due(Frame.allocate(16, 16, index, index), false).stream()
                        .mapToInt(uses::indexOf)
                        .map(place -> 1 << place)
                        .sum())
                .toList();
        assertEquals(List.of(7, 0, 0, 0, 2, 0, 1, 0, 4, 0, 2, 0, 1), due);
    }

    @Test
    void looksMoreOftenWhereTheNextTurnIsTooFar() {
        assertEquals(List.of(0, 4, 8, 9), looks(9, 0.16));
    }
}

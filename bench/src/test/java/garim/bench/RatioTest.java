package garim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RatioTest {
    private static final Cost SMALL = new Cost(10, 5, 100, 1);
    private static final Cost LARGE = new Cost(30, 20, 100, 1);

    @Test
    void comparesEachRoundWithTheSameRound() {
        Contender above = new Contender("c", "mask", List.of(LARGE, SMALL));
        Contender below = new Contender("a", "plain", List.of(SMALL, SMALL));
        assertEquals(new Ratio("c/a", List.of(3.0, 1.0), List.of(4.0, 1.0)), Ratio.of(above, below));
    }

    @Test
    void refusesUnequalRounds() {
        Contender above = new Contender("c", "mask", List.of(LARGE, SMALL));
        Contender below = new Contender("a", "plain", List.of(SMALL));
        assertThrows(IllegalArgumentException.class, () -> Ratio.of(above, below));
    }

    @Test
    void peakOfTheLongClipIsComparedWithThatOfTheShortOne() {
        LoopMemory memory = new LoopMemory("clip", 10, List.of(), new Cost(1, 1, 400, 1), new Cost(10, 10, 500, 10));
        assertEquals(1.25, memory.peakRatio());
    }
}

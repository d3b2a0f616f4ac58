package garim.cli.evaluate;

import static garim.cli.evaluate.ExposedRun.Sight.ABSENT;
import static garim.cli.evaluate.ExposedRun.Sight.COVERED;
import static garim.cli.evaluate.ExposedRun.Sight.OPEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.cli.evaluate.ExposedRun.Look;
import garim.cli.evaluate.ExposedRun.Sight;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposedRunTest {
    @Test
    void isNothingWhenAlwaysCovered() {
        assertEquals(ExposedRun.NONE, ExposedRun.longest(everyFourth(COVERED, COVERED)));
    }

    @Test
    void reachesFromLastCoveredToFirstCovered() {
        // Covered at 0, open at 4 and 8, covered at 12: frames 1 to 11 may have been open.
        List<Look> looks = everyFourth(COVERED, OPEN, OPEN, COVERED);
        assertEquals(new ExposedRun(2, 11), ExposedRun.longest(looks));
    }

    @Test
    void staysWithinAnnotationsWhereNothingWasCovered() {
        assertEquals(new ExposedRun(3, 9), ExposedRun.longest(everyFourth(OPEN, OPEN, OPEN)));
        assertEquals(new ExposedRun(1, 1), ExposedRun.longest(everyFourth(OPEN)));
    }

    @Test
    void endsWhereTargetIsGone() {
        // Open at 0, gone at 4 and 8, open at 12, covered at 16: the second time lasts at most from 12 to 15.
        List<Look> looks = everyFourth(OPEN, ABSENT, ABSENT, OPEN, COVERED);
        assertEquals(new ExposedRun(1, 4), ExposedRun.longest(looks));
    }

    @Test
    void takesEachMeasureFromItsOwnLongestRun() {
        List<Look> looks = List.of(
                new Look(0, OPEN), new Look(1, OPEN), new Look(2, COVERED), new Look(50, OPEN), new Look(100, COVERED));
        assertEquals(new ExposedRun(2, 97), ExposedRun.longest(looks));
    }

    private static List<Look> everyFourth(Sight... sights) {
        List<Look> looks = new ArrayList<>();
        for (Sight sight : sights) {
            looks.add(new Look(4 * looks.size(), sight));
        }
        return looks;
    }
}

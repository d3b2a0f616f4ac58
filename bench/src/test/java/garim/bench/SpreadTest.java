package garim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpreadTest {
    @Test
    void medianOfAnOddNumberIsTheMiddleValueWhateverTheOrder() {
        assertEquals(new Spread(2, 1, 9), Spread.of(List.of(9.0, 1.0, 2.0)));
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertEquals(new Spread(2.5, 1, 10), Spread.of(List.of(10.0, 3.0, 1.0, 2.0)));
    }

    @Test
    void oneFigureOfManyCostsIsSpread() {
        List<Cost> costs = List.of(new Cost(4, 2, 100, 7), new Cost(6, 3, 100, 7));
        assertEquals(new Spread(5, 4, 6), Spread.of(costs, Cost::cpuSeconds));
    }

    @Test
    void noValuesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }

    @Test
    void textNamesTheEndsOnlyWhereTheyDiffer() {
        assertEquals("2.0 (1.0-9.0)", new Spread(2, 1, 9).text(1));
        assertEquals("2.0", new Spread(2, 1.99, 2.01).text(1));
    }
}

package garim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ProcTextTest {
    private static final String NUMBERS = " S 1 42 42 0 -1 4194304 900 800 0 0 11 12 130 14 20 0 1 0 5000 100 200\n";

    @Test
    void timeOfEndedChildrenIsUserAndSystemTime() {
        assertEquals(144, ProcText.childTicks("42 (java)" + NUMBERS));
    }

    @Test
    void nameWithSpacesAndBracketsDoesNotShiftTheFields() {
        assertEquals(144, ProcText.childTicks("42 (a) b (c) )" + NUMBERS));
    }

    @Test
    void otherTextIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ProcText.childTicks(""));
        assertThrows(IllegalArgumentException.class, () -> ProcText.childTicks("42 (java) S 1"));
    }

    @Test
    void peakIsTheHighWaterMark() {
        String status = "Name:\tjava\nVmPeak:\t 9999 kB\nVmHWM:\t  123456 kB\nVmRSS:\t  100 kB\n";
        assertEquals(OptionalLong.of(123_456), ProcText.peakKilobytes(status));
    }

    @Test
    void endedProcessHasNoPeak() {
        assertEquals(OptionalLong.empty(), ProcText.peakKilobytes("Name:\tjava\nState:\tZ (zombie)\n"));
    }
}

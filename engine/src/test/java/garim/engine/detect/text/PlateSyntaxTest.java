package garim.engine.detect.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlateSyntaxTest {
    @ParameterizedTest
    @CsvSource({
        "42고 2024, true",
        "421 2024, true",
        "123가4568, true",
        "123가456, true",
        "서울70바1234, true",
        "12上34567, true",
        "l2가3456, true",
        "BS 470-40, true",
        "B-MW 1234, true",
        "AB12 CDE, true",
        "1ABC234, true",
        "B 1234 XYZ, true",
        "DK 567 AB, true",
        "京A12345, true",
        "粤B·D12345, true",
        "OPEN, false",
        "EXIT 1, false",
        "RESTAURANT, false",
        "12:30, false",
        "주차금지, false",
        "2026, false",
        "02-1234-5678-90, false",
        "'', false",
        "12, false"
    })
    void tellsPlatesFromOtherWriting(String reading, boolean plate) {
        assertEquals(plate, PlateSyntax.fits(reading), reading);
    }

    @ParameterizedTest
    @CsvSource({"바1234, true", "1234, true", "B1Z34, true", "서울70, false", "바123, true", "OPEN, false"})
    void knowsTheLowerLineOfTwo(String reading, boolean plate) {
        assertEquals(plate, PlateSyntax.fitsLowerLine(reading), reading);
    }

    @ParameterizedTest
    @CsvSource({"M5-XSX, true", "90上99.8, true", "8124, true", "EXIT, false", "1A, false", "1234567890, false"})
    void admitsDoubtfulReadings(String reading, boolean plate) {
        assertEquals(plate, PlateSyntax.mightFit(reading), reading);
    }
}

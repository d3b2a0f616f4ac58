package garim.engine.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Point;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write is understood, and what cannot be understood is said. */
final class ZoneTextTest {
    private static String told(Zone zone) {
        return zone.steps().stream()
                .map(step -> step.fromSeconds() + ".." + step.toSeconds() + " " + corners(step.shape()))
                .collect(Collectors.joining(" -> "));
    }

    private static String corners(ZoneShape shape) {
        return shape.in(200, 100).stream()
                .map(corner -> Math.round(corner.x()) + "," + Math.round(corner.y()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100,50,20,30|0.0..Infinity 100,50 120,80",
                " 100 , 50 , 20 , 30 |0.0..Infinity 100,50 120,80",
                "-5,-5,20,30|0.0..Infinity -5,-5 15,25",
                "10%,20%,50%,.5%|0.0..Infinity 20,20 120,21",
                "10%,20,50%,30|0.0..Infinity 20,20 120,50",
                "poly:10,10 50%,20 90,100%|0.0..Infinity 10,10 100,20 90,100",
                "poly: 10, 10  20, 20  30,10|0.0..Infinity 10,10 20,20 30,10",
                "5s..8s:1,2,3,4|5.0..8.0 1,2 4,6",
                "5..8.5:1,2,3,4|5.0..8.5 1,2 4,6",
                "..8s: 1,2,3,4|0.0..8.0 1,2 4,6",
                "5s..: 1,2,3,4|5.0..Infinity 1,2 4,6",
                "1:30..1:02:03.5: 1,2,3,4|90.0..3723.5 1,2 4,6",
                "0s: 1,2,3,4 -> 10s: 5,6,3,4|0.0..0.0 1,2 4,6 -> 10.0..10.0 5,6 8,10",
                "0s..5s:1,2,3,4->10s..:5,6,3,4|0.0..5.0 1,2 4,6 -> 10.0..Infinity 5,6 8,10",
                "0s: poly:1,2 3,4 5,6 -> 1s: poly:2,2 3,4 5,6|0.0..0.0 1,2 3,4 5,6 -> 1.0..1.0 2,2 3,4 5,6",
            })
    void understandsWhatPeopleWrite(String text, String expected) {
        assertEquals(expected, told(ZoneText.parse(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|neither",
                "here|neither",
                "1,2,3|4 numbers",
                "1,2,3,4,5|4 numbers",
                "1,2,0,4|more than 0",
                "1,2,3,-4|more than 0",
                "1,2,3,4%%|not a number",
                "1,2,3,.|not a number",
                "poly:1,2 3,4|three corners",
                "poly:1,2 3,4 5|2 numbers",
                "5s: 1,2,3,4|span of time",
                "8s..5s: 1,2,3,4|ends before it begins",
                "1,2,3,4 -> 5s: 1,2,3,4|needs a time",
                "5s: 1,2,3,4 -> 5s: 2,2,3,4|does not rise",
                "0s..: 1,2,3,4 -> 5s: 2,2,3,4|does not rise",
                "0s: 1,2,3,4 -> 5s: poly:1,1 2,2 3,3|number of corners",
                "0s: 1,2,3,4 ->|neither",
                "5x..8s: 1,2,3,4|neither",
            })
    void saysWhatItDoesNotUnderstand(String text, String reason) {
        EngineException refusal = assertThrows(EngineException.class, () -> ZoneText.parse(text));
        assertEquals(ErrorCode.ZONE_INVALID, refusal.code());
        assertEquals(text, refusal.subject());
        assertTrue(refusal.detail().contains(reason), refusal.detail());
    }

    @Test
    void percentAreOfTheSideTheyLieOn() {
        ZoneShape shape = ZoneText.parse("10%,10%,10%,10%").steps().getFirst().shape();
        assertEquals(List.of(new Point(20, 10), new Point(40, 20)), shape.in(200, 100));
    }
}

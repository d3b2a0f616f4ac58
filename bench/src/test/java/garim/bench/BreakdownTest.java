package garim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BreakdownTest {
    private static final Breakdown BREAKDOWN = Breakdown.of(Map.of("read", 2.0, "detect", 5.0, "write", 2.0), 10);

    @Test
    void partsAndRestAddUpToTheWhole() {
        double sum = BREAKDOWN.seconds().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertEquals(10, sum, 1e-9);
        assertEquals(1.0, BREAKDOWN.seconds().get(Breakdown.REST));
    }

    @Test
    void tableShowsContendersRatiosAndParts() {
        Contender plain = new Contender("a", "plain transcode", List.of(new Cost(5, 4, 200, 1 << 20)));
        Contender mask = new Contender("c", "garim mask", List.of(new Cost(10, 8, 400, 1 << 20)));
        String text = ReportText.of(new Comparison(
                "clip.mp4",
                80,
                List.of("--every", "3"),
                List.of(plain, mask),
                List.of(Ratio.of(mask, plain)),
                BREAKDOWN));
        assertTrue(text.startsWith("clip.mp4, 80 frames; mask --every 3"), text);
        assertTrue(text.contains("c/a CPU     2.00   rounds: 2.00"), text);
        assertTrue(text.lines().anyMatch(line -> line.matches("c garim mask +10.0 +8.0 +10.0 +400 +1.0")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches(" +detect +5.00 +50.0 %")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches(" +whole +10.00 +100.0 %")), text);
    }
}

package garim.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineBreakerTest {
    /** Every character is one wide. */
    private final LineBreaker breaker = new LineBreaker(text -> text.codePointCount(0, text.length()));

    @Test
    void breaksAtSpaces() {
        assertEquals(List.of("개인정보", "처리 방침"), breaker.lines("개인정보 처리 방침", 6));
    }

    @Test
    void breaksLongWordsAfterAMarkOrElseAnywhere() {
        assertEquals(List.of("2026-03-", "01T12"), breaker.lines("2026-03-01T12", 9));
        assertEquals(List.of("abcde", "fgh i"), breaker.lines("abcdefgh i", 5));
    }

    @Test
    void keepsLineFeedsAndEmptyLines() {
        assertEquals(List.of("a", "", "b"), breaker.lines("a\n\nb", 9));
        assertEquals(List.of(""), breaker.lines("", 9));
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertEquals(List.of("😀", "😀"), breaker.lines("😀😀", 1));
        assertEquals(List.of("가", "나"), breaker.lines("가나", 0.5));
    }

    @Test
    void losesNothingAndKeepsTheWidth() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            String text = random.ints(random.nextInt(60), 0, 8)
                    .mapToObj(i -> "가나 a-b/ ".substring(i, i + 1))
                    .reduce("", String::concat);
            int width = 1 + random.nextInt(12);
            List<String> lines = breaker.lines(text, width);
            assertTrue(lines.stream().allMatch(line -> line.length() <= width), () -> "run: " + text);
            assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
        }
    }
}

package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.mask.TextStamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextPainterTest {
    private final TextPainter painter = new TextPainter();

    @ParameterizedTest
    @ValueSource(strings = {"12 face", "7 정보주체 본인", "김하늘 · 2026-가-117"})
    void lettersHaveWhiteInkAndADarkRimAllAround(String text) {
        TextStamp stamp = painter.paint(text, 24, 0);
        int white = 0;
        for (int y = 0; y < stamp.height(); y++) {
            for (int x = 0; x < stamp.width(); x++) {
                assertTrue(stamp.rim(x, y) >= stamp.ink(x, y));
                white += stamp.ink(x, y) > 200 ? 1 : 0;
                boolean isBorder = x == 0 || y == 0 || x == stamp.width() - 1 || y == stamp.height() - 1;
                assertTrue(!isBorder || stamp.ink(x, y) == 0, "ink at the border");
            }
        }
        assertTrue(white > 100, text + " has " + white + " white pixels");
    }

    @Test
    void theSameTextIsTheSameStamp() {
        TextStamp one = painter.paint("가림 1", 20, 18);
        TextStamp other = new TextPainter().paint("가림 1", 20, 18);
        assertEquals(one.width(), other.width());
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                assertEquals(one.ink(x, y), other.ink(x, y));
            }
        }
    }

    @Test
    void longTextIsMadeToFit() {
        String text = "받는 사람과 요청 번호와 날짜가 모두 적힌 긴 글";
        double size = painter.sizeWithin(text, 40, 300);
        assertTrue(painter.paint(text, size, 0).width() <= 320);
        assertEquals(40, painter.sizeWithin("a", 40, 300));
    }

    @Test
    void noTextIsNotDrawn() {
        assertThrows(IllegalArgumentException.class, () -> painter.paint(" ", 20, 0));
    }
}

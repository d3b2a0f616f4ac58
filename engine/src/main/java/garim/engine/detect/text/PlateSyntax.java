package garim.engine.detect.text;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Plate syntax says whether a reading could be a number plate: Korean, European, Indonesian or Chinese.
 *
 * <p>Readings are poor, since the recogniser knows no Hangul: a glyph that is neither letter nor digit stands for
 * anything, letters that look like digits pass for them, and one error (a wrong, missing or surplus glyph) is tolerated.
 */
public final class PlateSyntax {
    /** 0 a digit, A a letter, X either, * anything. */
    private static final List<String> SHAPES = List.of(
            "00*0000",
            "000*0000",
            "**00*0000",
            "**0*0000", // Korea: current, old, commercial
            "*AX0000",
            "*AXX000",
            "*A000XX",
            "*A000000", // China
            "A000AA",
            "A000AAA",
            "A0000AA",
            "A0000AAA",
            "AA0000A",
            "AA0000AA",
            "AA0000AAA", // Indonesia
            "AA000AA",
            "AA00AAA",
            "AAA0000",
            "AA00000",
            "AAA000",
            "0A00000",
            "00AA00",
            "AA000000",
            "AAA00000"); // Europe

    private static final String LOOK_LIKE_DIGITS = "OQDILZSBGT";
    private static final int FEWEST_GLYPHS = 5;
    private static final int MOST_GLYPHS = 10;
    private static final int FEWEST_DIGITS = 2;

    private PlateSyntax() {}

    /** True when a whole reading fits. */
    public static boolean fits(String reading) {
        String glyphs = glyphs(reading);
        if (glyphs.length() < FEWEST_GLYPHS || glyphs.length() > MOST_GLYPHS || digits(glyphs) < FEWEST_DIGITS) {
            return false;
        }
        return isMixed(glyphs) || SHAPES.stream().anyMatch(shape -> errors(glyphs, shape) <= 1);
    }

    /** True when a reading fits the lower line of a two-line plate: four digits, with or without a glyph before. */
    public static boolean fitsLowerLine(String reading) {
        String glyphs = glyphs(reading);
        int length = glyphs.length();
        return length >= 4 && length <= 6 && digits(glyphs) >= 3 && errors(glyphs.substring(length - 4), "0000") <= 1;
    }

    /**
     * True when a reading could be a plate that was read badly, or a personal one: four to nine glyphs with three digits,
     * or at least four letters and digits with one digit. Only worth something together with the field of a plate.
     */
    public static boolean mightFit(String reading) {
        String glyphs = glyphs(reading);
        long known = glyphs.chars().filter(c -> c != '?').count();
        long digits = digits(glyphs);
        return glyphs.length() >= 4 && glyphs.length() <= 9 && (digits >= 3 || (known >= 4 && digits >= 1));
    }

    /** Letters and digits in short groups, whatever their order, as European and personal plates have them. */
    private static boolean isMixed(String glyphs) {
        long digits = digits(glyphs);
        long letters = glyphs.chars().filter(PlateSyntax::isLetter).count();
        long changes = IntStream.range(1, glyphs.length())
                .filter(i -> isDigit(glyphs.charAt(i)) != isDigit(glyphs.charAt(i - 1)))
                .count();
        return glyphs.length() <= 8 && digits + letters >= glyphs.length() - 1L && letters >= 1 && changes <= 3;
    }

    private static String glyphs(String reading) {
        return Objects.requireNonNull(reading)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(c -> c < 128 ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static long digits(String glyphs) {
        return glyphs.chars().filter(PlateSyntax::isDigit).count();
    }

    private static boolean isDigit(int glyph) {
        return glyph >= '0' && glyph <= '9';
    }

    private static boolean isLetter(int glyph) {
        return glyph >= 'A' && glyph <= 'Z';
    }

    /** Edit distance between glyphs and a shape. */
    private static int errors(String glyphs, String shape) {
        int[] above = IntStream.rangeClosed(0, shape.length()).toArray();
        for (int i = 0; i < glyphs.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i + 1;
            for (int j = 0; j < shape.length(); j++) {
                int change = above[j] + (matches(glyphs.charAt(i), shape.charAt(j)) ? 0 : 1);
                row[j + 1] = Math.min(change, 1 + Math.min(row[j], above[j + 1]));
            }
            above = row;
        }
        return above[shape.length()];
    }

    private static boolean matches(char glyph, char place) {
        return switch (place) {
            case '0' -> isDigit(glyph) || LOOK_LIKE_DIGITS.indexOf(glyph) >= 0;
            case 'A' -> isLetter(glyph) || glyph == '0' || glyph == '1' || glyph == '8';
            case 'X' -> isDigit(glyph) || isLetter(glyph);
            default -> true;
        };
    }
}

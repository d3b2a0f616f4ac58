package garim.cli.scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Locale;

/** Writes capitals, digits and {@code . : - / %} in a 5 by 7 raster, because a server may have no fonts. */
public final class Lettering {
    /** Pixels from one letter to the next at size 1. */
    private static final int ADVANCE = 6;

    private static final int COLUMNS = 5;
    private static final int ROWS = 7;
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.:-/%";
    /** Five columns a letter, two hexadecimal digits a column, lowest bit on top. */
    private static final String SHAPES =
            "3E5149453E00427F400042615149462141454B311814127F1027454545393C4A49493001710905033649494936"
                    + "064949291E7E1111117E7F494949363E414141227F4141221C7F494949417F090909013E4149497A7F0808087F"
                    + "00417F41002040413F017F081422417F404040407F020C027F7F0408107F3E4141413E7F090909063E4151215E"
                    + "7F09192946464949493101017F01013F4040403F1F2040201F3F4038403F631408146307087008076151494543"
                    + "00606000000036360000080808080820100804022313086462";

    private Lettering() {}

    /** Width of a text in pixels. */
    public static int width(String text, int size) {
        return text.length() * ADVANCE * size;
    }

    /** Height of a line in pixels. */
    public static int height(int size) {
        return ROWS * size;
    }

    /** Draws a text with its top left corner here; what has no shape becomes a space. */
    public static void draw(Graphics2D graphics, String text, int left, int top, int size, Color color) {
        graphics.setColor(color);
        String capitals = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < capitals.length(); i++) {
            int letter = LETTERS.indexOf(capitals.charAt(i));
            for (int cell = 0; letter >= 0 && cell < COLUMNS * ROWS; cell++) {
                int column = cell % COLUMNS;
                int row = cell / COLUMNS;
                if (isInk(letter, column, row)) {
                    graphics.fillRect(left + (i * ADVANCE + column) * size, top + row * size, size, size);
                }
            }
        }
    }

    private static boolean isInk(int letter, int column, int row) {
        int start = (letter * COLUMNS + column) * 2;
        int bits = Integer.parseInt(SHAPES, start, start + 2, 16);
        return ((bits >> row) & 1) == 1;
    }
}

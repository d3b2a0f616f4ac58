package garim.engine.media;

/**
 * Colors say how sample values stand for light; the numbers are the code points of ITU-T H.273, 2 is unknown.
 *
 * @param fullRange true when samples use 0-255, false when luma uses 16-235
 * @param primaries colour primaries
 * @param transfer transfer characteristics
 * @param matrix matrix coefficients
 */
public record Colors(boolean fullRange, int primaries, int transfer, int matrix) {}

package garim.engine.proof;

/**
 * What of the fine detail of a target is still in the output.
 *
 * @param detail root mean square of the detail in the input, in levels of brightness
 * @param correlation of the detail of input and output over the whole target, -1 to 1; 0 where there is none
 * @param proven what of the correlation chance cannot have made; less than it where a target has few pixels
 * @param slope how much of the detail's height is left, 1 when all is
 * @param exposedShare share of the target's area whose own detail is still there, 0-1
 */
record Survival(double detail, double correlation, double proven, double slope, double exposedShare) {}

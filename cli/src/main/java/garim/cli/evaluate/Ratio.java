package garim.cli.evaluate;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A ratio is a part of a whole that may be nothing at all.
 *
 * @param part not negative
 * @param whole 0 when there was nothing to measure
 */
public record Ratio(double part, double whole) {
    /** Part by whole; empty when there was nothing to measure. */
    public OptionalDouble value() {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }

    /** In percent with this number of decimals; a dash when there was nothing to measure. */
    public String percent(int decimals) {
        return whole > 0 ? String.format(Locale.ROOT, "%." + decimals + "f%%", 100 * part / whole) : "-";
    }
}

package garim.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Where the values of several rounds lie.
 *
 * @param median the middle value, or the mean of the two in the middle
 * @param min the least value
 * @param max the greatest value
 */
record Spread(double median, double min, double max) {
    /**
     * The spread of values in any order.
     *
     * @throws IllegalArgumentException when there are none
     */
    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a spread needs at least one value");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** The spread of one figure over all costs. */
    static Spread of(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return of(costs.stream().mapToDouble(figure).boxed().toList());
    }

    /** The median, and from where to where the values go when they differ at that many decimals. */
    String text(int decimals) {
        String middle = decimal(median, decimals);
        String low = decimal(min, decimals);
        String high = decimal(max, decimals);
        return low.equals(high) ? middle : middle + " (" + low + "-" + high + ")";
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}

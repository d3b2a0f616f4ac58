package garim.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the CPU time of one run of mask went, as the engine's own clock told.
 *
 * @param seconds CPU seconds of every part of the work in its order, the rest included; they add up to the whole
 * @param whole CPU seconds of the whole process
 */
record Breakdown(Map<String, Double> seconds, double whole) {
    /** What no part took: start of the JVM, its compiler and garbage collector, loading models, threads of libraries. */
    static final String REST = "rest";

    /** A breakdown of a process whose parts were timed; what they leave is the rest. */
    static Breakdown of(Map<String, Double> timed, double whole) {
        Map<String, Double> all = new LinkedHashMap<>(timed);
        double known = timed.values().stream().mapToDouble(Double::doubleValue).sum();
        all.put(REST, whole - known);
        return new Breakdown(all, whole);
    }
}

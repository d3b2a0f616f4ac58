package garim.bench;

import java.util.EnumMap;
import java.util.Map;

/**
 * Where the CPU time of masking goes, measured in a run of its own.
 *
 * @param seconds CPU seconds of every stage, the rest included; they add up to the whole
 * @param whole CPU seconds of the whole process
 * @param sameOutput true when the run wrote the same bytes as {@code garim mask}
 */
record Breakdown(Map<Stage, Double> seconds, double whole, boolean sameOutput) {
    Breakdown {
        seconds = new EnumMap<>(seconds);
    }

    /** A breakdown of a process whose stages were timed; what they leave is the rest. */
    static Breakdown of(Map<Stage, Double> timed, double whole, boolean sameOutput) {
        Map<Stage, Double> all = new EnumMap<>(timed);
        double known = timed.values().stream().mapToDouble(Double::doubleValue).sum();
        all.put(Stage.REST, whole - known);
        return new Breakdown(all, whole, sameOutput);
    }
}

package garim.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How many times as much one contender cost as another, round by round, so that a busy machine burdens both.
 *
 * @param name the letters of both
 * @param cpu ratios of CPU time, first round first
 * @param wall ratios of time by the clock
 */
record Ratio(String name, List<Double> cpu, List<Double> wall) {
    Ratio {
        cpu = List.copyOf(cpu);
        wall = List.copyOf(wall);
    }

    /** The ratio of two contenders that ran the same rounds. */
    static Ratio of(Contender above, Contender below) {
        return new Ratio(
                above.letter() + "/" + below.letter(),
                each(above, below, Cost::cpuSeconds),
                each(above, below, Cost::wallSeconds));
    }

    private static List<Double> each(Contender above, Contender below, ToDoubleFunction<Cost> figure) {
        if (above.rounds().size() != below.rounds().size()) {
            throw new IllegalArgumentException(above.letter() + " and " + below.letter() + " ran other rounds");
        }
        return IntStream.range(0, above.rounds().size())
                .mapToObj(i -> figure.applyAsDouble(above.rounds().get(i))
                        / figure.applyAsDouble(below.rounds().get(i)))
                .toList();
    }
}

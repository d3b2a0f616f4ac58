package garim.bench;

import garim.engine.frame.PixelRoutine;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures each pixel routine beside its plain twin and prints a table: {@code PixelBench [REGEX]}. What stands in it is the
 * fastest of the iterations, which other work on the machine disturbs least.
 *
 * @param out where the table goes
 * @param options how it is measured, but not what
 */
record PixelBench(PrintStream out, ChainedOptionsBuilder options) {
    /** Measures the routines whose word holds the expression that is given, or all. */
    public static void main(String[] arguments) throws RunnerException {
        Pattern wanted = Pattern.compile(arguments.length == 0 ? "" : arguments[0]);
        List<PixelRoutine> routines = PixelRoutines.all().stream()
                .filter(routine -> wanted.matcher(routine.word()).find())
                .toList();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(10)
                .measurementTime(TimeValue.milliseconds(500));
        new PixelBench(System.out, options).run(routines);
    }

    /** Measures them and prints a line for each. */
    void run(List<PixelRoutine> routines) throws RunnerException {
        out.printf("%-20s %-20s %14s %14s %7s%n", "routine", "a call does", "ns a call", "plain twin", "ratio");
        for (PixelRoutine routine : routines) {
            Map<String, Double> costs = measure(routine);
            double fast = costs.getOrDefault(PixelBenchmark.FAST, Double.NaN);
            double plain = costs.getOrDefault(PixelBenchmark.PLAIN, Double.NaN);
            out.printf(
                    Locale.ROOT,
                    "%-20s %-20s %,14.0f %,14.0f %7.1f%n",
                    routine.word(),
                    routine.work(),
                    fast,
                    plain,
                    plain / fast);
        }
    }

    private Map<String, Double> measure(PixelRoutine routine) throws RunnerException {
        Map<String, Double> costs = new HashMap<>();
        ChainedOptionsBuilder one = new OptionsBuilder()
                .parent(options.build())
                .include(PixelBenchmark.class.getName() + ".run")
                .param("routine", routine.word())
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        for (RunResult result : new Runner(one.build()).run()) {
            costs.put(
                    result.getParams().getParam("twin"),
                    result.getPrimaryResult().getStatistics().getMin());
        }
        return costs;
    }
}

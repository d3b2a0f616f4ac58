package garim.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call of one pixel routine or of its twin. Each is measured in a process of its own, so that only one is ever compiled. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PixelBenchmark {
    static final String FAST = "fast";
    static final String PLAIN = "plain";

    /** The word of a routine. */
    @Param("")
    public String routine = "";

    /** Which of the two. */
    @Param({FAST, PLAIN})
    public String twin = FAST;

    private Supplier<Object> work = Object::new;

    /** Makes the input. */
    @Setup
    public void find() {
        work = PixelRoutines.named(routine, twin);
    }

    /** What is measured. */
    @Benchmark
    public Object run() {
        return work.get();
    }
}

package garim.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A stage clock adds up, from any number of threads, the CPU time that each stage takes on the thread that runs it. */
final class StageClock {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Stage, AtomicLong> nanos = new EnumMap<>(Stage.class);

    /** A clock at zero. */
    StageClock() {
        for (Stage stage : Stage.values()) {
            nanos.put(stage, new AtomicLong());
        }
    }

    /** Does work of a stage on this thread. */
    <T> T time(Stage stage, Supplier<T> work) {
        long before = threads.getCurrentThreadCpuTime();
        try {
            return work.get();
        } finally {
            long spent = threads.getCurrentThreadCpuTime() - before;
            nanos.computeIfAbsent(stage, s -> new AtomicLong()).addAndGet(spent);
        }
    }

    /** Seconds for each stage that was timed; the rest is not. */
    Map<Stage, Double> seconds() {
        Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
        nanos.forEach((stage, sum) -> {
            if (stage != Stage.REST) {
                seconds.put(stage, sum.get() / 1e9);
            }
        });
        return seconds;
    }
}

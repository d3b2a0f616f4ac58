package garim.engine.pipeline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A work clock adds up, from any number of threads, the CPU time of each part of the work on the thread that does it. What
 * threads of native libraries take is not in it.
 */
public final class WorkClock {
    /** Counts nothing and costs nothing. */
    public static final WorkClock STOPPED = new WorkClock(false);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Work, AtomicLong> nanos = new EnumMap<>(Work.class);
    private final Map<String, LookCost> looks = new ConcurrentHashMap<>();
    private final boolean isRunning;

    private WorkClock(boolean isRunning) {
        this.isRunning = isRunning;
        for (Work work : Work.values()) {
            nanos.put(work, new AtomicLong());
        }
    }

    /** A clock at zero. */
    public static WorkClock running() {
        return new WorkClock(true);
    }

    /** False when it counts nothing. */
    public boolean isRunning() {
        return isRunning;
    }

    /** CPU seconds of each part so far. */
    public Map<Work, Double> seconds() {
        Map<Work, Double> seconds = new EnumMap<>(Work.class);
        nanos.forEach((work, sum) -> seconds.put(work, sum.get() / 1e9));
        return seconds;
    }

    /** What the looks of each detector took so far, by its name. */
    public Map<String, LookCost> looks() {
        return new TreeMap<>(looks);
    }

    /**
     * Lets a detector look on this thread.
     *
     * @param share how much of the picture it looks at, 0-1
     */
    <T> T timeLook(String detector, double share, Supplier<T> look) {
        if (!isRunning) {
            return look.get();
        }
        long before = threads.getCurrentThreadCpuTime();
        try {
            return time(Work.DETECT, look);
        } finally {
            double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
            looks.merge(detector, new LookCost(1, share, seconds), LookCost::plus);
        }
    }

    /** Does a part of the work on this thread. */
    <T> T time(Work work, Supplier<T> task) {
        if (!isRunning) {
            return task.get();
        }
        long before = threads.getCurrentThreadCpuTime();
        try {
            return task.get();
        } finally {
            add(work, threads.getCurrentThreadCpuTime() - before);
        }
    }

    /** As the other method, for work without a result. */
    void run(Work work, Runnable task) {
        time(work, () -> {
            task.run();
            return work;
        });
    }

    private void add(Work work, long spent) {
        AtomicLong sum = nanos.get(work);
        if (sum != null) {
            sum.addAndGet(spent);
        }
    }
}

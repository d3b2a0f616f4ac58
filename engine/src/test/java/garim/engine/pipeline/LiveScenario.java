package garim.engine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs a {@link LiveMasker} against a {@link LiveWorld} in a time of its own, and inspects every frame that comes out: one that
 * is masked whole shows no raw pixel pattern anywhere, any other shows none of the marker.
 */
final class LiveScenario implements LookThreads {
    private static final long FRAME_NANOS = 40_000_000;
    private static final int BLOCK = 8;

    /** What came out. */
    record Emitted(long pts, LiveVerdict verdict, long lateness) {
        boolean isWhole() {
            return verdict instanceof LiveVerdict.Whole;
        }
    }

    private record Task(long ready, Runnable work) {}

    @SuppressWarnings("ArrayRecordComponent") // pixels, never compared
    private record Raw(byte[] luma, int width, int height, Optional<Box> marker) {}

    final LiveWorld world = new LiveWorld();
    final MarkerDetector detector = new MarkerDetector();
    final List<Emitted> emitted = new ArrayList<>();
    long lookNanos = Duration.ofMillis(60).toNanos();
    boolean isRefusing;
    boolean hasSpare;

    /** False while nobody is expected to have seen the marker. */
    boolean inspectsMarker = true;

    long now = 1_000_000_000_000L;

    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Map<Long, Raw> raws = new HashMap<>();
    final LiveMasker masker;
    private long pts;

    LiveScenario(LiveSettings settings) {
        masker = new LiveMasker(List.of(new DetectorUse(detector, List.of())), settings, this);
    }

    LiveScenario(LiveSettings settings, List<DetectorUse> uses) {
        masker = new LiveMasker(uses, settings, this);
    }

    static LiveSettings faces() {
        return LiveSettings.of(AnalysisSettings.standard(), LiveSettings.DEFAULT_DELAY);
    }

    @Override
    public Executor spare() {
        return this;
    }

    @Override
    public boolean hasSpare() {
        return hasSpare;
    }

    @Override
    public void execute(Runnable work) {
        if (isRefusing) {
            throw new RejectedExecutionException("full");
        }
        tasks.add(new Task(now + lookNanos, work));
    }

    /** Lets the camera give so many frames, 25 a second; says the number of the first. */
    long run(int frames) {
        long first = pts;
        for (int i = 0; i < frames; i++) {
            step();
        }
        return first;
    }

    void step() {
        now += FRAME_NANOS;
        give();
    }

    /** Lets the camera give a frame without time going on. */
    void give() {
        Frame raw = world.frame(pts);
        byte[] luma = new byte[raw.width() * raw.height()];
        raw.luma().bytes().get(0, luma);
        raws.put(pts++, new Raw(luma, raw.width(), raw.height(), world.marker));
        masker.accept(raw, now);
        work();
        take();
    }

    /** Lets everything that waits come out. */
    void end() {
        now += Duration.ofSeconds(6).toNanos();
        take();
    }

    private void work() {
        while (!tasks.isEmpty() && tasks.getFirst().ready() <= now) {
            tasks.removeFirst().work().run();
        }
    }

    void take() {
        Optional<Long> due = masker.nextDue();
        for (Optional<LiveFrame> next = masker.next(now); next.isPresent(); next = masker.next(now)) {
            inspect(next.get());
            long lateness = now - due.orElseThrow();
            emitted.add(new Emitted(next.get().frame().pts(), next.get().verdict(), lateness));
            due = masker.nextDue();
        }
    }

    private void inspect(LiveFrame out) {
        Raw raw = Objects.requireNonNull(raws.get(out.frame().pts()));
        if (out.verdict() instanceof LiveVerdict.Whole) {
            Box all = new Box(0, 0, raw.width(), raw.height());
            assertEquals(
                    0,
                    rawBlocks(out.frame().luma(), raw, all),
                    () -> out.frame().pts() + " " + out.verdict());
        }
        raw.marker()
                .filter(box -> inspectsMarker)
                .map(box -> box.clamp(raw.width(), raw.height()))
                .ifPresent(marker -> {
                    assertEquals(
                            0,
                            rawBlocks(out.frame().luma(), raw, marker),
                            () -> out.frame().pts() + " " + out.verdict());
                });
    }

    /** Blocks that lie wholly in an area, are not of one colour, and in which most pixels are what they were. */
    private static int rawBlocks(Plane out, Raw raw, Box area) {
        int blocks = 0;
        for (int y = (int) Math.ceil(area.y()); y + BLOCK <= area.bottom(); y += BLOCK) {
            for (int x = (int) Math.ceil(area.x()); x + BLOCK <= area.right(); x += BLOCK) {
                blocks += isRaw(out, raw, x, y) ? 1 : 0;
            }
        }
        return blocks;
    }

    private static boolean isRaw(Plane out, Raw raw, int left, int top) {
        int same = 0;
        boolean isFlat = true;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                same += Math.abs(out.at(x, y) - (raw.luma()[y * raw.width() + x] & 0xff)) <= 1 ? 1 : 0;
                isFlat &= out.at(x, y) == out.at(left, top);
            }
        }
        return !isFlat && same > BLOCK * BLOCK / 2;
    }

    /** The frames that came out of those from one number to another, the last one left out. */
    List<Emitted> of(long from, long to) {
        return emitted.stream().filter(e -> e.pts() >= from && e.pts() < to).toList();
    }

    /** True when frames were masked whole for a reason. */
    boolean wasWhole(LiveVerdict.Reason reason) {
        return emitted.stream().anyMatch(e -> e.verdict().equals(new LiveVerdict.Whole(reason)));
    }
}

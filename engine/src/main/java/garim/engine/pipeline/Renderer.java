package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.PlanInput;
import garim.engine.media.MediaInfo;
import garim.engine.media.PacketIndex;
import garim.engine.media.VideoFile;
import garim.engine.media.VideoReader;
import garim.engine.media.WriteReport;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The second pass over a file: masks and encodes it segment by segment, several at the same time where the file is regular,
 * and joins them. Segments that an earlier run wrote are taken as they are.
 */
final class Renderer {
    private static final long REPORT_MILLIS = 100;

    private final Path input;
    private final MediaInfo info;
    private final MaskPlan plan;
    private final RenderSettings settings;
    private final Optional<FrameSealer> sealer;
    private final SegmentStore store;
    private final Progress progress;
    private final WorkClock clock;
    private final SegmentCopying copying;
    private final Optional<PacketIndex> index;
    private final List<Segment> segments;
    private final Map<Segment, SegmentEnd> ends = new ConcurrentHashMap<>();
    private final AtomicLong framesDone = new AtomicLong();
    private final AtomicBoolean isStopped = new AtomicBoolean();

    /**
     * A renderer of one file.
     *
     * @param info of the input
     * @param sealer takes what is covered; then frames are read in order
     */
    Renderer(
            Path input,
            MediaInfo info,
            MaskPlan plan,
            RenderSettings settings,
            Optional<FrameSealer> sealer,
            SegmentStore store,
            Progress progress,
            WorkClock clock) {
        this.input = input;
        this.info = info;
        this.plan = plan;
        this.settings = settings;
        this.sealer = sealer;
        this.store = store;
        this.progress = progress;
        this.clock = clock;
        copying = new SegmentCopying(input, info, plan, settings);
        index = clock.time(Work.READ_AGAIN, () -> PacketIndex.of(input)).filter(this::isOfPlan);
        segments = Segment.of(index, plan.input().frames(), info.timeBase().value());
    }

    private boolean isOfPlan(PacketIndex found) {
        PlanInput planned = plan.input();
        return found.frames() == planned.frames()
                && found.shownAt(0) == planned.firstPts()
                && found.shownAt(found.frames() - 1) == planned.lastPts();
    }

    /** Writes the whole output, index and all, under the name it is given. */
    RenderReport run(Path part) {
        if (sealer.isPresent() || index.isEmpty()) {
            index.ifPresent(known -> segments.forEach(store::discard));
            writeAll(1, Optional.empty());
        } else if (store.isInOrder() || !(writeAll(settings.threads(), index) && fits())) {
            writeInOrder();
        }
        return join(part);
    }

    /** Reads the file from its beginning, as whoever cannot read from its midst must; goes on where an earlier run had to. */
    private void writeInOrder() {
        if (!store.isInOrder()) {
            segments.forEach(store::discard);
            store.noteInOrder();
        }
        ends.clear();
        framesDone.set(0);
        writeAll(1, Optional.empty());
    }

    /** True when each segment goes on with the very picture that the one before it met after its end. */
    private boolean fits() {
        List<SegmentEnd> all = segments.stream().map(this::written).toList();
        for (int i = 0; i < all.size(); i++) {
            SegmentEnd end = all.get(i);
            boolean fits = i + 1 == all.size() || fits(end, all.get(i + 1));
            if (!fits || end.damagedFrames() > 0 || end.repairedTimestamps() > 0 || end.truncated()) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(SegmentEnd end, SegmentEnd next) {
        return end.isCopied() || next.isCopied() || end.nextPicture() == next.firstPicture();
    }

    private SegmentEnd written(Segment segment) {
        return Optional.ofNullable(ends.get(segment))
                .orElseThrow(() -> new EngineException(
                        ErrorCode.OUTPUT_FAILED, "output", "segment " + segment.number() + " cannot be read back"));
    }

    /** Writes what is missing; false when that cannot be done as it should. */
    private boolean writeAll(int threads, Optional<PacketIndex> from) {
        Queue<Segment> missing = new ConcurrentLinkedQueue<>();
        for (Segment segment : segments) {
            Optional<SegmentEnd> done = store.find(segment);
            done.ifPresentOrElse(end -> take(segment, end), () -> missing.add(segment));
        }
        from.ifPresent(known -> clock.run(Work.WRITE, () -> copyMissing(missing, known)));
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "garim-render");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Queue<Future<Boolean>> running = new ArrayDeque<>();
            for (int i = 0; i < Math.min(threads, missing.size()); i++) {
                running.add(workers.submit(() -> work(missing, from)));
            }
            List<Boolean> all = new ArrayList<>();
            for (Future<Boolean> future : running) {
                all.add(await(future));
            }
            return all.stream().allMatch(done -> done);
        } finally {
            isStopped.set(true);
            workers.close();
            isStopped.set(false);
        }
    }

    /** Copies what is missing and has nothing to be masked in it. */
    private void copyMissing(Queue<Segment> missing, PacketIndex from) {
        List<Segment> unmasked = missing.stream().filter(copying::isUnmasked).toList();
        if (unmasked.isEmpty()) {
            return;
        }
        copying.copy(unmasked, from, store).forEach((segment, end) -> {
            missing.remove(segment);
            take(segment, end);
        });
    }

    private void take(Segment segment, SegmentEnd end) {
        ends.put(segment, end);
        framesDone.addAndGet(end.frames());
    }

    private boolean await(Future<Boolean> future) {
        while (true) {
            try {
                boolean done = future.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
                report();
                return done;
            } catch (TimeoutException e) {
                report();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof EngineException known) {
                    throw known;
                }
                throw new IllegalStateException("rendering failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineException(ErrorCode.CANCELLED, "job", "interrupted", e);
            }
        }
    }

    private void report() {
        OptionalLong total = OptionalLong.of(plan.input().frames());
        progress.advanced(Stage.RENDER, framesDone.get(), total);
        if (progress.isCancelled()) {
            throw new EngineException(ErrorCode.CANCELLED, "job", "stopped while writing");
        }
    }

    /** Writes one missing segment after the other; false when one of them cannot be found in the file. */
    private boolean work(Queue<Segment> missing, Optional<PacketIndex> from) {
        Optional<FrameSource> open = Optional.empty();
        int at = 0;
        try {
            for (Segment next = missing.poll(); next != null; next = missing.poll()) {
                if (from.isPresent() && (open.isEmpty() || at != next.first())) {
                    open.ifPresent(FrameSource::close);
                    open = VideoReader.openAt(input, from.get(), next.first())
                            .map(reader -> new FrameSource(reader, clock));
                } else if (open.isEmpty()) {
                    open = Optional.of(new FrameSource(VideoReader.open(input), clock));
                }
                if (open.isEmpty()) {
                    return false;
                }
                FrameSource source = open.get();
                source.skip(from.isPresent() ? 0 : next.first() - at);
                SegmentEnd end = new SegmentRenderer(source, plan, settings, sealer, this::frameDone, clock)
                        .run(next, store, input);
                ends.put(next, end);
                at = next.end();
            }
            return true;
        } finally {
            // after a failure nobody else needs to go on
            missing.clear();
            open.ifPresent(FrameSource::close);
        }
    }

    private void frameDone() {
        framesDone.incrementAndGet();
        if (isStopped.get()) {
            throw new EngineException(ErrorCode.CANCELLED, "job", "stopped while writing");
        }
    }

    private RenderReport join(Path part) {
        List<SegmentEnd> all = segments.stream().map(this::written).toList();
        SegmentEnd first = all.getFirst();
        SegmentEnd last = all.getLast();
        WriteReport report = clock.time(Work.WRITE, () -> {
            try (VideoFile file = VideoFile.create(part, input, info, settings.write(), first.stream())) {
                boolean isMixed = all.stream().anyMatch(SegmentEnd::isCopied);
                for (Segment segment : segments) {
                    // a player may jump from a copied picture to any key of ours
                    boolean mustSetUp = isMixed && !written(segment).isCopied();
                    store.read(
                            segment,
                            packet -> file.write(
                                    mustSetUp && packet.key()
                                            ? packet.behind(first.stream().setup())
                                            : packet));
                }
                return file.finish(first.encoder());
            }
        });
        long frames = all.stream().mapToLong(SegmentEnd::frames).sum();
        boolean isOneStream = all.stream().allMatch(end -> end.stream().equals(first.stream()));
        if (report.frames() != frames || !isOneStream) {
            throw new EngineException(
                    ErrorCode.OUTPUT_FAILED, "output", report.frames() + " frames written of " + frames);
        }
        return new RenderReport(
                frames,
                all.stream().mapToLong(SegmentEnd::maskedFrames).sum(),
                all.stream().mapToLong(SegmentEnd::wholeFrames).sum(),
                all.stream()
                        .filter(SegmentEnd::isCopied)
                        .mapToLong(SegmentEnd::frames)
                        .sum(),
                last.damagedFrames(),
                last.repairedTimestamps(),
                last.truncated(),
                report.bytes(),
                first.encoder());
    }
}

package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.mask.Masker;
import garim.engine.mask.Overprinter;
import garim.engine.media.FrameEncoder;
import garim.engine.media.MediaInfo;
import garim.engine.media.ReadReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The second pass over one segment: reads its frames again, covers what the plan says, and encodes them. */
final class SegmentRenderer implements OrderedWork.Receiver<Integer> {
    /** Frames between masking and encoding; enough to keep the encoder busy. */
    private static final int UNDER_WAY = 3;

    private final FrameSource source;
    private final PlanWalk walk;
    private final RenderSettings settings;
    private final Optional<FrameSealer> sealer;
    private final Runnable frameDone;
    private final WorkClock clock;
    private final Masker masker = new Masker();
    private final Overprinter overprinter;
    private long frames;
    private long maskedFrames;
    private long wholeFrames;
    private long lastPts;

    /**
     * A renderer for one segment.
     *
     * @param source stands at the first frame of the segment
     * @param frameDone called after every frame on the thread that runs this; may throw to stop it
     */
    SegmentRenderer(
            FrameSource source,
            MaskPlan plan,
            RenderSettings settings,
            Optional<FrameSealer> sealer,
            Runnable frameDone,
            WorkClock clock) {
        this.source = source;
        this.walk = new PlanWalk(plan);
        this.settings = settings;
        this.sealer = sealer;
        this.frameDone = frameDone;
        this.clock = clock;
        this.overprinter =
                new Overprinter(settings.overprint(), source.reader().info().rotation());
    }

    /**
     * Writes the segment into a store; the source stands at the frame after it then.
     *
     * @param output named in failures
     */
    SegmentEnd run(Segment segment, SegmentStore store, Path output) {
        MediaInfo info = source.reader().info();
        long firstPicture = source.checksum();
        try (SegmentStore.Recorder recorder = store.begin(segment);
                FrameEncoder encoder = FrameEncoder.open(output, info, settings.write(), recorder::add)) {
            encode(segment, encoder);
            ReadReport read = source.report();
            long lastDuration = source.peek().map(next -> next.pts() - lastPts).orElse(read.lastDuration());
            String name = encoder.name();
            SegmentEnd end = new SegmentEnd(
                    encoder.stream(),
                    name,
                    false,
                    clock.time(Work.WRITE, () -> encoder.finish(lastDuration)),
                    maskedFrames,
                    wholeFrames,
                    read.damagedFrames(),
                    read.repairedTimestamps(),
                    read.truncated(),
                    firstPicture,
                    source.checksum());
            if (end.frames() != frames) {
                throw new EngineException(
                        ErrorCode.OUTPUT_FAILED, output.toString(), end.frames() + " frames written of " + frames);
            }
            recorder.finish(end);
            return end;
        }
    }

    private void encode(Segment segment, FrameEncoder encoder) {
        try (OrderedWork<Integer> work = new OrderedWork<>("encode", 1, UNDER_WAY, this)) {
            for (Optional<Frame> next = take(segment); next.isPresent(); next = take(segment)) {
                Frame frame = next.get();
                lastPts = frame.pts();
                clock.run(Work.MASK, () -> cover(frame));
                work.submit(
                        frame,
                        () -> clock.time(Work.WRITE, () -> {
                            encoder.encode(frame);
                            return frame.index();
                        }));
            }
            work.drain();
        }
    }

    private Optional<Frame> take(Segment segment) {
        return source.takeBefore(segment.end());
    }

    private void cover(Frame frame) {
        switch (walk.at(frame.index())) {
            case FrameVerdict.Whole whole -> {
                masker.coverWhole(frame);
                overprinter.print(frame, List.of());
                wholeFrames++;
                maskedFrames++;
            }
            case FrameVerdict.Regions(var regions) -> {
                sealer.ifPresent(open -> open.seal(frame, regions));
                masker.cover(frame, regions);
                overprinter.print(frame, regions);
                maskedFrames += regions.isEmpty() ? 0 : 1;
            }
        }
    }

    @Override
    public void done(Frame frame, OrderedWork.Outcome<Integer> outcome) {
        if (outcome instanceof OrderedWork.Outcome.Failure<Integer>(Throwable cause)) {
            if (cause instanceof EngineException known) {
                throw known;
            }
            throw new EngineException(ErrorCode.OUTPUT_FAILED, "output", cause.toString(), cause);
        }
        frames++;
        source.reader().recycle(frame);
        frameDone.run();
    }
}

package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.mask.Masker;
import garim.engine.mask.Overprint;
import garim.engine.mask.Overprinter;
import garim.engine.media.ReadReport;
import garim.engine.media.VideoReader;
import garim.engine.media.VideoWriter;
import garim.engine.media.WriteReport;
import java.util.List;
import java.util.Optional;

/** The second pass over a file: reads every frame again, covers what the plan says, and writes it. */
final class Renderer implements OrderedWork.Receiver<Integer> {
    /** Frames between masking and writing; enough to keep the encoder busy. */
    private static final int UNDER_WAY = 4;

    private final VideoReader reader;
    private final VideoWriter writer;
    private final PlanWalk walk;
    private final Progress progress;
    private final WorkClock clock;
    private final Masker masker = new Masker();
    private final Overprinter overprinter;
    private final Optional<FrameSealer> sealer;
    private long frames;
    private long maskedFrames;
    private long wholeFrames;

    Renderer(
            VideoReader reader,
            VideoWriter writer,
            MaskPlan plan,
            Overprint overprint,
            Optional<FrameSealer> sealer,
            Progress progress,
            WorkClock clock) {
        this.reader = reader;
        this.writer = writer;
        this.walk = new PlanWalk(plan);
        this.overprinter = new Overprinter(overprint, reader.info().rotation());
        this.sealer = sealer;
        this.progress = progress;
        this.clock = clock;
    }

    /** Writes the whole output, index and all, under the name that the writer was given. */
    RenderReport run() {
        try (OrderedWork<Integer> work = new OrderedWork<>("encode", 1, UNDER_WAY, this)) {
            for (Optional<Frame> next = read(); next.isPresent(); next = read()) {
                Frame frame = next.get();
                clock.run(Work.MASK, () -> cover(frame));
                work.submit(frame, () -> clock.time(Work.WRITE, () -> write(frame)));
            }
            work.drain();
        }
        ReadReport read = reader.report();
        WriteReport written = clock.time(Work.WRITE, () -> writer.finish(read.lastDuration()));
        if (written.frames() != frames) {
            throw new EngineException(
                    ErrorCode.OUTPUT_FAILED, "output", written.frames() + " frames written of " + frames);
        }
        return new RenderReport(
                frames,
                maskedFrames,
                wholeFrames,
                read.damagedFrames(),
                read.repairedTimestamps(),
                read.truncated(),
                written.bytes(),
                written.encoder());
    }

    private Optional<Frame> read() {
        return clock.time(Work.READ_AGAIN, reader::read);
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

    private Integer write(Frame frame) {
        writer.write(frame);
        return frame.index();
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
        reader.recycle(frame);
        progress.advanced(Stage.RENDER, frames, reader.info().estimatedFrames());
        if (progress.isCancelled()) {
            throw new EngineException(ErrorCode.CANCELLED, "job", "stopped while writing");
        }
    }
}

package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.media.VideoReader;
import garim.engine.proof.Claim;
import garim.engine.proof.FilePieces;
import garim.engine.proof.OutputDetail;
import garim.engine.proof.OutputMedia;
import garim.engine.proof.OutputProof;
import garim.engine.proof.ProofFigures;
import garim.engine.proof.ProofTarget;
import garim.engine.proof.SecondLook;
import garim.engine.proof.Spot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a written output back and says what can still be seen in it. Memory does not grow with the length of the file. */
public final class Prover {
    /** Matroska rounds times to a millisecond. */
    private static final double TIME_TOLERANCE = 0.0015;

    private final WorkClock clock;

    /** A prover whose work nobody times. */
    public Prover() {
        this(WorkClock.STOPPED);
    }

    /** A prover whose work goes to a clock. */
    public Prover(WorkClock clock) {
        this.clock = clock;
    }

    /**
     * Compares an output with its input, frame by frame, and lets second eyes look at it.
     *
     * @param plan what should be covered
     * @param settings how closely, and who else looks
     * @throws EngineException PROOF_FAILED when a frame is missing or is shown at another time; CANCELLED; INPUT_MISSING or
     *     INPUT_NOT_VIDEO when one of the files cannot be read
     */
    public Proof prove(Path input, Path output, MaskPlan plan, ProofSettings settings, Progress progress) {
        FilePieces file = clock.time(Work.PROVE, () -> FilePieces.of(output));
        if (settings.depth() == ProofSettings.Depth.HASH) {
            OutputMedia media = inspect(output, List.of(), progress).media();
            return new Proof(file, media, ProofFigures.none(), SecondLook.none());
        }
        try (VideoReader before = VideoReader.open(input);
                VideoReader after = VideoReader.open(output)) {
            return new Comparison(before, after, plan, settings, progress).run(file, output);
        }
    }

    /**
     * Reads an output without its input.
     *
     * @param spots places to look at
     * @throws EngineException CANCELLED, INPUT_MISSING or INPUT_NOT_VIDEO
     */
    public Inspection inspect(Path output, List<Spot> spots, Progress progress) {
        Map<Integer, List<Spot>> byFrame = spots.stream().collect(Collectors.groupingBy(Spot::frame));
        List<Spot> measured = new ArrayList<>();
        OutputDetail detail = new OutputDetail();
        try (VideoReader reader = VideoReader.open(output)) {
            FrameTimes times = new FrameTimes(reader);
            for (Optional<Frame> next = read(reader); next.isPresent(); next = read(reader)) {
                Frame frame = next.get();
                times.add(frame);
                byFrame.getOrDefault(frame.index(), List.of())
                        .forEach(spot -> measured.add(spot.withDetail(detail.of(frame.luma(), spot.box()))));
                reader.recycle(frame);
                report(progress, times, reader);
            }
            return new Inspection(times.media(), measured);
        }
    }

    private Optional<Frame> read(VideoReader reader) {
        return clock.time(Work.PROVE, reader::read);
    }

    private static void report(Progress progress, FrameTimes times, VideoReader reader) {
        progress.advanced(Stage.PROVE, times.frames(), reader.info().estimatedFrames());
        if (progress.isCancelled()) {
            throw new EngineException(ErrorCode.CANCELLED, "job", "stopped while proving");
        }
    }

    /** One walk through input and output side by side. */
    private final class Comparison {
        private final VideoReader before;
        private final VideoReader after;
        private final ProofSettings settings;
        private final Progress progress;
        private final FrameTimes inputTimes;
        private final FrameTimes outputTimes;
        private final List<Claim> claims;
        private final OutputProof proof;

        Comparison(VideoReader before, VideoReader after, MaskPlan plan, ProofSettings settings, Progress progress) {
            this.before = before;
            this.after = after;
            this.settings = settings;
            this.progress = progress;
            inputTimes = new FrameTimes(before);
            outputTimes = new FrameTimes(after);
            claims = Claims.of(plan);
            proof = new OutputProof(claims, plan.wholeFrames(), plan.input().frames());
        }

        Proof run(FilePieces file, Path output) {
            try (SecondEyes eyes =
                    new SecondEyes(settings, claims, before.info().rotation(), clock, after::recycle)) {
                Optional<Frame> input = read(before);
                Optional<Frame> written = read(after);
                while (input.isPresent() && written.isPresent()) {
                    compare(input.get(), written.get(), eyes, output);
                    report(progress, inputTimes, before);
                    input = read(before);
                    written = read(after);
                }
                if (input.isPresent() || written.isPresent()) {
                    String which = input.isPresent() ? "fewer" : "more";
                    throw failed(output, which + " than the frames of the input, from frame " + inputTimes.frames());
                }
                return new Proof(file, outputTimes.media(), proof.finish(), eyes.finish());
            }
        }

        private void compare(Frame input, Frame written, SecondEyes eyes, Path output) {
            double seconds = inputTimes.add(input);
            if (Math.abs(outputTimes.add(written) - seconds) > TIME_TOLERANCE) {
                throw failed(output, "frame " + input.index() + " is shown at another time than in the input");
            }
            List<ProofTarget> masked = proof.targetsAt(input.index());
            clock.run(Work.PROVE, () -> proof.accept(input, written, seconds, seconds + inputTimes.nominal()));
            before.recycle(input);
            if (eyes.isDue(written.index(), seconds) && !proof.isWhole(written.index())) {
                eyes.submit(written, seconds, masked);
            } else {
                after.recycle(written);
            }
        }
    }

    private static EngineException failed(Path output, String detail) {
        return new EngineException(ErrorCode.PROOF_FAILED, output.toString(), detail);
    }
}

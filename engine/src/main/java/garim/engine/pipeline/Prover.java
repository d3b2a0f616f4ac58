package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskPlan;
import garim.engine.mask.Overprint;
import garim.engine.media.VideoReader;
import garim.engine.proof.FilePieces;
import garim.engine.proof.OutputDetail;
import garim.engine.proof.OutputMedia;
import garim.engine.proof.ProofFigures;
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
        return prove(input, output, plan, Overprint.NONE, settings, progress);
    }

    /**
     * As the other one, of an output on which text was printed.
     *
     * @param overprint what was printed
     */
    public Proof prove(
            Path input, Path output, MaskPlan plan, Overprint overprint, ProofSettings settings, Progress progress) {
        FilePieces file = clock.time(Work.PROVE, () -> FilePieces.of(output));
        if (settings.depth() == ProofSettings.Depth.HASH) {
            OutputMedia media = inspect(output, List.of(), progress).media();
            return new Proof(file, media, ProofFigures.none(), SecondLook.none());
        }
        try (VideoReader before = VideoReader.open(input);
                VideoReader after = VideoReader.open(output)) {
            PrintedText text = new PrintedText(plan, overprint, before.info().rotation());
            Claims claims = Claims.of(plan);
            Optional<Identical> identical =
                    overprint.equals(Overprint.NONE) ? identical(input, output, claims) : Optional.empty();
            Optional<Proof> quick =
                    new SideBySide(before, after, claims, text, identical, clock).prove(file, settings, progress);
            if (quick.isPresent()) {
                return quick.get();
            }
        }
        return prove(input, output, Claims.of(plan), file, settings, progress);
    }

    /** The plain way: every frame of both files is decoded. */
    private Proof prove(
            Path input, Path output, Claims claims, FilePieces file, ProofSettings settings, Progress progress) {
        try (VideoReader before = VideoReader.open(input);
                VideoReader after = VideoReader.open(output)) {
            return new SideBySide(before, after, claims, PrintedText.none(), Optional.empty(), clock)
                    .prove(file, settings, progress)
                    .orElseThrow();
        }
    }

    private Optional<Identical> identical(Path input, Path output, Claims claims) {
        return clock.time(Work.PROVE, () -> Identical.of(input, output, claims));
    }

    /** As {@link #prove}, without second eyes: only what can be read. */
    ProofFigures measure(Path input, Path output, Claims claims, Progress progress) {
        ProofSettings alone = new ProofSettings(ProofSettings.Depth.FULL, List.of(), 0, 1);
        FilePieces nothing = new FilePieces(0, "", FilePieces.SMALLEST_PIECE, List.of());
        return prove(input, output, claims, nothing, alone, progress).figures();
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

    static void report(Progress progress, FrameTimes times, VideoReader reader) {
        progress.advanced(Stage.PROVE, times.frames(), reader.info().estimatedFrames());
        if (progress.isCancelled()) {
            throw new EngineException(ErrorCode.CANCELLED, "job", "stopped while proving");
        }
    }
}

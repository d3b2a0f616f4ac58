package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.PlanInput;
import garim.engine.frame.PlanSettings;
import garim.engine.media.MediaInfo;
import garim.engine.media.VideoReader;
import garim.engine.plan.MaskPlanJson;
import garim.engine.seal.SealHeader;
import garim.engine.seal.SealWriter;
import garim.engine.track.TrackingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The engine's door for files: makes a mask plan of a recorded file and renders a masked copy from it. The input is
 * never written to.
 *
 * <pre>{@code
 * Deidentifier deidentifier = new Deidentifier("my program 1.0");
 * MaskPlan plan = deidentifier.analyze(input, detectors, AnalysisSettings.standard(), Progress.NONE);
 * deidentifier.render(input, plan, output, settings, Progress.NONE);
 * }</pre>
 */
public final class Deidentifier {
    private final String program;
    private final WorkClock clock;

    /**
     * A de-identifier.
     *
     * @param program name and version that go into the plans
     */
    public Deidentifier(String program) {
        this(program, WorkClock.STOPPED);
    }

    /** As the other one, with a clock that learns what each part of the work takes. */
    public Deidentifier(String program, WorkClock clock) {
        this.program = program;
        this.clock = clock;
    }

    /**
     * Finds the targets of a file.
     *
     * @throws EngineException INPUT_MISSING, INPUT_NOT_VIDEO, INPUT_SIZE, or CANCELLED
     */
    public MaskPlan analyze(Path input, List<DetectorUse> uses, AnalysisSettings settings, Progress progress) {
        return analyze(input, uses, settings, Optional.empty(), progress);
    }

    /** As the other one, and goes on from what is kept in a work folder. */
    public MaskPlan analyze(
            Path input, List<DetectorUse> uses, AnalysisSettings settings, WorkFolder work, Progress progress) {
        return analyze(input, uses, settings, Optional.of(work), progress);
    }

    private MaskPlan analyze(
            Path input,
            List<DetectorUse> uses,
            AnalysisSettings settings,
            Optional<WorkFolder> work,
            Progress progress) {
        try (VideoReader reader = VideoReader.open(input)) {
            String sha256 = clock.time(Work.HASH, () -> FileHash.sha256(input));
            String name = input.getFileName().toString();
            byte[] job =
                    JobIdentity.ofPlan(program, name, sha256, uses, settings).bytes();
            Optional<MaskPlan> kept =
                    work.flatMap(folder -> folder.plan(job)).map(text -> new MaskPlanJson().parse(name, text));
            if (kept.isPresent()) {
                return kept.get();
            }
            MaskPlan plan = analyze(new Source(input, sha256, reader), uses, settings, work, progress);
            work.ifPresent(folder -> folder.keepPlan(job, new MaskPlanJson().write(plan)));
            return plan;
        }
    }

    /** What is analysed. */
    private record Source(Path input, String sha256, VideoReader reader) {}

    private MaskPlan analyze(
            Source source,
            List<DetectorUse> uses,
            AnalysisSettings settings,
            Optional<WorkFolder> work,
            Progress progress) {
        JobIdentity job = JobIdentity.ofAnalysis(program, source.sha256(), uses, settings);
        Optional<LookJournal> journal = work.map(folder -> folder.looks(job.bytes()));
        MediaInfo info = source.reader().info();
        try {
            Analyzer.Findings findings = new Analyzer(source.reader(), uses, settings, journal, progress, clock).run();
            return plan(describe(source.input(), source.sha256(), info, findings), uses, settings, info, findings);
        } finally {
            journal.ifPresent(LookJournal::close);
        }
    }

    private MaskPlan plan(
            PlanInput input,
            List<DetectorUse> uses,
            AnalysisSettings settings,
            MediaInfo info,
            Analyzer.Findings findings) {
        return new MaskPlan(
                MaskPlan.VERSION,
                program,
                input,
                describe(uses, settings, info),
                uses.stream().flatMap(use -> use.models().stream()).distinct().toList(),
                settings.rules(),
                findings.wholeFrames(),
                findings.tracks());
    }

    /**
     * Writes a masked copy of a file. The output appears under its name only when it is whole.
     *
     * @throws EngineException PLAN_MISMATCH when the plan is not of this file; OUTPUT_EXISTS, OUTPUT_FAILED, CANCELLED;
     *     INPUT_MISSING, INPUT_NOT_VIDEO when the input is gone or changed
     */
    public RenderReport render(Path input, MaskPlan plan, Path output, RenderSettings settings, Progress progress) {
        return render(input, plan, output, settings, progress, RenderCheck.NONE).orElseThrow();
    }

    /** As the other one, and goes on from what is kept in a work folder. */
    public RenderReport render(
            Path input, MaskPlan plan, Path output, RenderSettings settings, WorkFolder work, Progress progress) {
        return render(input, plan, output, settings, work, progress, RenderCheck.NONE)
                .orElseThrow();
    }

    /** As the other one; the output gets its name only when a check accepts it, and nothing is left of it otherwise. */
    Optional<RenderReport> render(
            Path input, MaskPlan plan, Path output, RenderSettings settings, Progress progress, RenderCheck check) {
        requireWritable(input, output, settings.overwrite());
        try (WorkFolder work = WorkFolder.of(output)) {
            try {
                return render(input, plan, output, settings, work, progress, check);
            } finally {
                work.delete();
            }
        }
    }

    /** As the other one, and goes on from what is kept in a work folder. */
    Optional<RenderReport> render(
            Path input,
            MaskPlan plan,
            Path output,
            RenderSettings settings,
            WorkFolder work,
            Progress progress,
            RenderCheck check) {
        requireOther(input, output);
        try (PartFile part = PartFile.forTarget(output, settings.overwrite());
                VideoReader reader = VideoReader.open(input)) {
            requireSame(input, plan.input());
            Pass pass = new Pass(input, plan, part.path(), settings, work, progress, check);
            Optional<RenderReport> report = settings.sealing().isPresent()
                    ? sealed(reader.info(), pass, settings.sealing().get())
                    : Optional.of(written(reader.info(), pass, Optional.empty()))
                            .filter(done -> check.accepts(part.path()));
            report.ifPresent(done -> {
                work.notePublishing();
                part.publish();
            });
            return report;
        }
    }

    /** What one writing of an output needs. */
    private record Pass(
            Path input,
            MaskPlan plan,
            Path part,
            RenderSettings settings,
            WorkFolder work,
            Progress progress,
            RenderCheck check) {}

    private RenderReport written(MediaInfo info, Pass pass, Optional<FrameSealer> sealer) {
        JobIdentity job = JobIdentity.ofRender(program, pass.plan(), pass.settings());
        SegmentStore store = new SegmentStore(pass.work(), job.bytes());
        return new Renderer(pass.input(), info, pass.plan(), pass.settings(), sealer, store, pass.progress(), clock)
                .run(pass.part());
    }

    /** The sidecar gets its name before the video does: a video without it would have lost what it promises. */
    private Optional<RenderReport> sealed(MediaInfo info, Pass pass, Sealing sealing) {
        PlanInput input = pass.plan().input();
        SealHeader header = new SealHeader(
                sealing.program(), sealing.created(), input.sha256(), input.width(), input.height(), sealing.holders());
        try (PartFile sidecar =
                        PartFile.forTarget(sealing.sidecar(), pass.settings().overwrite());
                SealWriter writer = SealWriter.create(sidecar.path(), header)) {
            Optional<RenderReport> report = Optional.of(written(info, pass, Optional.of(new FrameSealer(writer))))
                    .filter(done -> pass.check().accepts(pass.part()));
            if (report.isPresent()) {
                writer.finish(FileHash.sha256(pass.part()));
                sidecar.publish();
            }
            return report;
        }
    }

    /**
     * Checks that a file can be analysed with these settings, before models are loaded for it.
     *
     * @return what it holds
     * @throws EngineException INPUT_MISSING, INPUT_NOT_VIDEO, INPUT_SIZE, or that of a zone that would cover nothing
     */
    public MediaInfo requireAnalysable(Path input, AnalysisSettings settings) {
        try (VideoReader reader = VideoReader.open(input)) {
            Analyzer.zones(reader.info(), settings);
            return reader.info();
        }
    }

    /** Checks that an output could be written, before hours are spent on an analysis. */
    public static void requireWritable(Path input, Path output, boolean overwrite) {
        requireOther(input, output);
        PartFile.forTarget(output, overwrite).close();
    }

    /**
     * Checks that a plan is of a file.
     *
     * @throws EngineException PLAN_MISMATCH when it is of another one, INPUT_MISSING when the file cannot be read
     */
    public void requirePlanOf(Path input, MaskPlan plan) {
        requireSame(input, plan.input());
    }

    private static void requireOther(Path input, Path output) {
        try {
            if (Files.exists(input) && Files.exists(output) && Files.isSameFile(input, output)) {
                throw new EngineException(ErrorCode.OUTPUT_EXISTS, output.toString(), "is the input itself");
            }
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, input.toString(), e.toString(), e);
        }
    }

    private void requireSame(Path input, PlanInput expected) {
        if (!clock.time(Work.HASH, () -> FileHash.sha256(input)).equals(expected.sha256())) {
            throw new EngineException(
                    ErrorCode.PLAN_MISMATCH, input.toString(), "the plan was made for " + expected.name());
        }
    }

    private static PlanInput describe(Path input, String sha256, MediaInfo info, Analyzer.Findings findings) {
        return new PlanInput(
                input.getFileName().toString(),
                sha256,
                info.fileSize(),
                info.container(),
                info.codec(),
                info.width(),
                info.height(),
                info.rotation(),
                info.timeBase().numerator() + "/" + info.timeBase().denominator(),
                findings.frames(),
                findings.firstPts(),
                findings.lastPts(),
                findings.times());
    }

    private static PlanSettings describe(List<DetectorUse> uses, AnalysisSettings settings, MediaInfo info) {
        TrackingSettings tracking = settings.tracking();
        return new PlanSettings(
                uses.stream().map(use -> use.detector().name()).collect(Collectors.joining("+")),
                settings.framesBetweenLooks(info.frameRate().value()),
                tracking.confidentScore(),
                tracking.maxGapSeconds(),
                tracking.padSeconds(),
                settings.profile());
    }
}

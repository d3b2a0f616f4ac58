package garim.cli;

import garim.cli.review.PlanFile;
import garim.engine.frame.MaskPlan;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.pipeline.Deidentifier;
import garim.engine.pipeline.RenderSettings;
import garim.engine.pipeline.WorkClock;
import garim.engine.pipeline.WorkFolder;
import garim.engine.plan.MaskPlanJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim mask}: finds everybody in recorded files and writes masked copies. */
@Command(name = "mask", resourceBundle = GarimCommand.HELP)
final class MaskCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    private DeviceOptions where = new DeviceOptions();

    @Mixin
    private WriteOptions writing = new WriteOptions();

    @Mixin
    private ProofOptions proof = new ProofOptions();

    @Mixin
    private OverprintOptions overprint = new OverprintOptions();

    @Mixin
    private SealOptions seal = new SealOptions();

    @Option(names = "--keep-plan")
    private boolean keepPlan;

    @Option(names = "--replace-review", descriptionKey = "replace-review")
    private boolean replaceReview;

    @Option(names = "--timings")
    private boolean timings;

    @Parameters(arity = "1..*", paramLabel = "INPUT", descriptionKey = "INPUT")
    private List<Path> inputs = new ArrayList<>();

    private final Console console;

    MaskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        overprint.requireSensible(console.messages());
        seal.requireSensible(console.messages(), inputs, writing.force);
        AnalysisSettings settings = analysis.settings();
        proof.requireSensible(console.messages(), inputs);
        ChosenDevice device = where.choose(reporter, console.messages());
        writing.prepare(reporter, console.messages());
        OutputNames names = OutputNames.forRun(writing.output, inputs, console.messages());
        FileMasking masking = new FileMasking(console, reporter, timings ? WorkClock.running() : WorkClock.STOPPED);
        ClaimedOutputs claimed = new ClaimedOutputs();
        try (Certifying certifying = Certifying.prepare(proof, device);
                AwaitedDetectors detector = analysis.await(device)) {
            Batch batch = new Batch(reporter);
            return batch.run(inputs, input -> {
                Path output = claimed.claim(names.masked(input));
                if (mask(input, output, masking, detector, settings, certifying)) {
                    batch.noteReview();
                }
            });
        }
    }

    /** Masks a file; true when a person must look at the output. */
    private boolean mask(
            Path input,
            Path output,
            FileMasking masking,
            AwaitedDetectors detector,
            AnalysisSettings settings,
            Certifying certifying) {
        long started = console.nanoTime().getAsLong();
        // a run that was killed while its output got its name had every right to it
        boolean mayReplace = writing.force || WorkFolder.wasPublishing(output);
        RenderSettings render = writing.settings(output).withOverwrite(mayReplace);
        Deidentifier.requireWritable(input, output, mayReplace);
        certifying.requireWritable(input, output, mayReplace);
        Path planFile = output.resolveSibling(output.getFileName() + OutputNames.PLAN_ENDING);
        if (keepPlan) {
            // and one that was killed after its plan was written may write it again
            Deidentifier.requireWritable(input, planFile, mayReplace || WorkFolder.isThere(output));
            new PlanFile(planFile).requireReplaceable(replaceReview);
        }
        return ResumableWork.run(output, work -> {
            masking.begin(input, settings);
            MaskPlan plan = masking.deidentifier()
                    .analyze(input, analysis.uses(detector, input), settings, work, masking.progress(input));
            if (keepPlan) {
                new PlanFile(planFile)
                        .replace(plan, replaceReview)
                        .ifPresent(
                                aside -> masking.warn(input, console.messages().text("warn.reviewAside", aside)));
            }
            RenderSettings printed = seal.applyTo(render.withOverprint(overprint.of(plan, console.messages())));
            FileMasking.Masked masked = masking.render(input, plan, output, printed, work, certifying, started);
            if (keepPlan && !masked.plan().equals(plan)) {
                new MaskPlanJson().write(masked.plan(), planFile);
            }
            return masked.needsReview();
        });
    }
}

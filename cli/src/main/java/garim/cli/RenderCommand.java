package garim.cli;

import garim.engine.frame.MaskPlan;
import garim.engine.pipeline.Deidentifier;
import garim.engine.pipeline.RenderSettings;
import garim.engine.pipeline.WorkFolder;
import garim.engine.plan.MaskPlanJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim render}: writes the masked copy that a plan describes. */
@Command(name = "render", resourceBundle = GarimCommand.HELP)
final class RenderCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private MaskOptions masks = new MaskOptions();

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

    @Option(names = "--plan", paramLabel = "FILE")
    private Optional<Path> plan = Optional.empty();

    @Option(names = "--require-approval")
    private boolean requireApproval;

    @Parameters(paramLabel = "INPUT", descriptionKey = "garim.render.INPUT")
    private Path input = Path.of("");

    private final Console console;

    RenderCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        seal.requireSensible(console.messages(), List.of(input), writing.force);
        proof.requireSensible(console.messages(), List.of(input));
        overprint.requireSensible(console.messages());
        ChosenDevice device = where.choose(reporter, console.messages());
        writing.prepare(reporter, console.messages());
        OutputNames names = OutputNames.forRun(writing.output, List.of(input), console.messages());
        FileMasking masking = new FileMasking(console, reporter);
        try (Certifying certifying = Certifying.prepare(proof, device)) {
            Batch batch = new Batch(reporter);
            return batch.run(List.of(input), file -> {
                if (render(file, names.masked(file), masking, certifying, reporter)) {
                    batch.noteReview();
                }
            });
        }
    }

    /** Renders; true when a person must look at the output. */
    private boolean render(Path file, Path output, FileMasking masking, Certifying certifying, Reporter reporter) {
        Path planFile = plan.orElseGet(() -> file.resolveSibling(file.getFileName() + OutputNames.PLAN_ENDING));
        MaskPlan read = new MaskPlanJson().read(planFile);
        KeptNotice.of(planFile, read, requireApproval)
                .ifPresent(notice -> reporter.warn(planFile.toString(), notice.sentence(console.messages())));
        MaskPlan chosen = read.withRules(masks.applyTo(read.rules()));
        long started = console.nanoTime().getAsLong();
        boolean mayReplace = writing.force || WorkFolder.wasPublishing(output);
        certifying.requireWritable(file, output, mayReplace);
        Deidentifier.requireWritable(file, output, mayReplace);
        RenderSettings settings = seal.applyTo(writing.settings(output)
                .withOverwrite(mayReplace)
                .withOverprint(overprint.of(chosen, console.messages())));
        return ResumableWork.run(
                output, work -> masking.render(file, chosen, output, settings, work, certifying, started)
                        .needsReview());
    }
}

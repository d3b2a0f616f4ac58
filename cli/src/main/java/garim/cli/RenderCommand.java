package garim.cli;

import garim.engine.frame.MaskPlan;
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
    private WriteOptions writing = new WriteOptions();

    @Mixin
    private OverprintOptions overprint = new OverprintOptions();

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
        overprint.requireSensible(console.messages());
        OutputNames names = OutputNames.forRun(writing.output, List.of(input), console.messages());
        FileMasking masking = new FileMasking(console, reporter);
        return new Batch(reporter).run(List.of(input), file -> {
            Path planFile = plan.orElseGet(() -> file.resolveSibling(file.getFileName() + OutputNames.PLAN_ENDING));
            MaskPlan read = new MaskPlanJson().read(planFile);
            KeptNotice.of(planFile, read, requireApproval)
                    .ifPresent(notice -> reporter.warn(planFile.toString(), notice.sentence(console.messages())));
            MaskPlan chosen = read.withRules(masks.applyTo(read.rules()));
            Path output = names.masked(file);
            masking.render(
                    file,
                    chosen,
                    output,
                    writing.settings(output).withOverprint(overprint.of(chosen, console.messages())),
                    console.nanoTime().getAsLong());
        });
    }
}

package garim.cli;

import garim.cli.review.PlanFile;
import garim.engine.frame.MaskPlan;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.pipeline.Deidentifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim analyze}: finds everybody and writes the plan, not the video. */
@Command(name = "analyze", resourceBundle = GarimCommand.HELP)
final class AnalyzeCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    private DeviceOptions where = new DeviceOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--replace-review", descriptionKey = "replace-review")
    private boolean replaceReview;

    @Parameters(arity = "1..*", paramLabel = "INPUT", descriptionKey = "INPUT")
    private List<Path> inputs = new ArrayList<>();

    private final Console console;

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        AnalysisSettings settings = analysis.settings();
        ChosenDevice device = where.choose(reporter, console.messages());
        OutputNames names = OutputNames.forRun(output, inputs, console.messages());
        ClaimedOutputs claimed = new ClaimedOutputs();
        FileMasking masking = new FileMasking(console, reporter);
        try (AwaitedDetectors detector = analysis.await(device)) {
            return new Batch(reporter).run(inputs, input -> {
                Path file = claimed.claim(names.plan(input));
                Deidentifier.requireWritable(input, file, force);
                PlanFile planFile = new PlanFile(file);
                planFile.requireReplaceable(replaceReview);
                MaskPlan plan = ResumableWork.run(file, work -> {
                    masking.begin(input, settings);
                    MaskPlan found = masking.deidentifier()
                            .analyze(input, analysis.uses(detector, input), settings, work, masking.progress(input));
                    planFile.replace(found, replaceReview)
                            .ifPresent(aside -> reporter.warn(
                                    file.toString(), console.messages().text("warn.reviewAside", aside)));
                    return found;
                });
                reporter.done("analyzed", facts(input, file, plan), sentence(file, plan));
            });
        }
    }

    private static Map<String, Object> facts(Path input, Path file, MaskPlan plan) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", input.toString());
        facts.put("plan", file.toString());
        facts.put("frames", plan.input().frames());
        facts.put("tracks", plan.tracks().size());
        facts.put("wholeRanges", plan.wholeFrames().size());
        return facts;
    }

    private String sentence(Path file, MaskPlan plan) {
        return console.messages()
                .text("analyzed", file, plan.input().frames(), plan.tracks().size());
    }
}

package garim.cli;

import garim.cli.evaluate.ClipScore;
import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.EvaluationReport;
import garim.cli.evaluate.Evaluator;
import garim.cli.evaluate.ScoredKind;
import garim.cli.evaluate.SetScore;
import garim.cli.scene.SceneSource;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.pipeline.AnalysisSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code garim demo}: masks a composed scene and shows how well it was covered, without any file of the user's. */
@Command(name = "demo", resourceBundle = GarimCommand.HELP)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    private DeviceOptions where = new DeviceOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            defaultValue = "garim-demo")
    private Path folder = Path.of("garim-demo");

    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Reporter reporter = console.reporter(common.json);
        AnalysisSettings settings = analysis.settings();
        ChosenDevice device = where.choose(reporter, console.messages());
        DemoScene scene = DemoScene.write(folder, SceneSource.demo(DemoCommand.class.getClassLoader()));
        FileMasking masking = new FileMasking(console, reporter);
        try (LoadedDetectors detector = analysis.load(device)) {
            long started = console.nanoTime().getAsLong();
            MaskPlan plan = masking.deidentifier()
                    .analyze(scene.before(), detector.uses(), settings, masking.progress(scene.before()));
            masking.render(scene.before(), plan, scene.after(), DemoScene.settings(scene.after()), started);
            scene.writeStrip();
            report(reporter, scene, plan);
        } catch (EngineException e) {
            reporter.failed(Failure.of(e));
            return e.code() == ErrorCode.CANCELLED ? ExitCode.CANCELLED : ExitCode.FAILED;
        }
        return ExitCode.OK;
    }

    private void report(Reporter reporter, DemoScene scene, MaskPlan plan) {
        ClipTruth truth = scene.truth();
        ScoredKind face = ScoredKind.of("face");
        ClipScore score = PlannedMasks.score(new Evaluator(face), truth, plan);
        EvaluationReport report =
                new EvaluationReport(List.of(face.word()), List.of(new SetScore("demo", face.word(), List.of(score))));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("strip", scene.strip().toString());
        facts.put("evaluation", report.json());
        reporter.done("demo", facts, report.text() + console.messages().text("demo", scene.strip()));
    }
}

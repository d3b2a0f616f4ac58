package garim.cli;

import garim.cli.review.LogTable;
import garim.cli.review.LogText;
import garim.cli.review.RedactionLog;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.MaskPlan;
import garim.engine.pipeline.Deidentifier;
import garim.engine.pipeline.PartFile;
import garim.engine.plan.MaskPlanJson;
import garim.paper.PdfPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim log}: prints what is masked and visible when, by whose decision and why. */
@Command(name = "log", resourceBundle = GarimCommand.HELP)
final class LogCommand implements Callable<Integer> {
    /** Spreadsheets take a file without it for one in the alphabet of the machine. */
    static final String BYTE_ORDER_MARK = "\ufeff";

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ReasonOptions reasonOptions = new ReasonOptions();

    @Option(names = "--history")
    private boolean history;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "garim.log.pdf")
    private Optional<Path> pdf = Optional.empty();

    @Option(names = "--force")
    private boolean force;

    @Parameters(paramLabel = "PLAN", descriptionKey = "PLAN")
    private Path named = Path.of("");

    private final Console console;

    LogCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Messages messages = console.messages();
        Path planFile = PlanNames.plan(named);
        MaskPlan plan = new MaskPlanJson().read(planFile);
        LogText log = new LogText(reasonOptions.reasons(), messages.locale(), messages::text);
        LogTable table = history ? log.history(plan) : log.log(RedactionLog.rows(plan));
        if (pdf.isPresent()) {
            print(planFile, plan, pdf.get());
            return ExitCode.OK;
        }
        if (common.json) {
            Reporter reporter = console.reporter(true);
            table.facts().forEach(row -> reporter.done(history ? "entry" : "row", row, ""));
            return ExitCode.OK;
        }
        String text = table.csv();
        output.ifPresentOrElse(
                file -> {
                    Deidentifier.requireWritable(planFile, file, force);
                    write(file, BYTE_ORDER_MARK + text);
                },
                () -> console.out().print(text));
        return ExitCode.OK;
    }

    private void print(Path planFile, MaskPlan plan, Path file) {
        Deidentifier.requireWritable(planFile, file, force);
        LogPaper paper = new LogPaper(console.messages(), reasonOptions.reasons());
        byte[] bytes = new PdfPrinter().print(paper.of(plan, RedactionLog.rows(plan)));
        try (PartFile part = PartFile.forTarget(file, force)) {
            Files.write(part.path(), bytes);
            part.publish();
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
        console.reporter(common.json)
                .done(
                        "printed",
                        Map.of("output", file.toString()),
                        console.messages().text("printed", file));
    }

    private void write(Path file, String text) {
        try (PartFile part = PartFile.forTarget(file, force)) {
            Files.writeString(part.path(), text, StandardCharsets.UTF_8);
            part.publish();
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }
}

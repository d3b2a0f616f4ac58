package garim.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The entry point of the bench: measures what masking a clip costs against plain transcoding. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = "Measures what masking CLIP costs against plain transcoding, each in a process of its own.",
        footer = {"", "Example: bench/run clip.mp4 --rounds 3 -- --detector fast"})
public final class MaskBench implements Callable<Integer> {
    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Rounds. Default: 3.")
    private int rounds;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Option(
            names = "--loop",
            paramLabel = "K",
            description = "Compare instead the memory of mask on the clip with that on a copy K times as long.")
    private Optional<Integer> loop = Optional.empty();

    @Parameters(index = "0", paramLabel = "CLIP", description = "A video file.")
    private Path clip = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "MASK OPTIONS", description = "Options of garim mask.")
    private List<String> maskOptions = new ArrayList<>();

    /** Creates the command; its fields are filled from the command line. */
    MaskBench() {}

    /** Measures and ends the process with its exit code. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new MaskBench());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof BenchException known) {
                System.err.println("bench: " + known.getMessage());
                return 1;
            }
            throw failure;
        });
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws JsonProcessingException {
        requireMeasurable();
        Commands commands = new Commands(Path.of(System.getProperty("garim.home", "")), maskOptions);
        try (ScratchFolder scratch = ScratchFolder.create()) {
            if (loop.isPresent()) {
                LoopMemory memory = new LoopRun(commands, scratch.path(), MaskBench::tell).run(clip, loop.get());
                System.out.println(json ? asJson(memory) : ReportText.of(memory));
            } else {
                Comparison comparison = new ComparisonRun(commands, scratch.path(), MaskBench::tell).run(clip, rounds);
                System.out.println(json ? asJson(comparison) : ReportText.of(comparison));
            }
        }
        return 0;
    }

    private void requireMeasurable() {
        if (!MeasuredProcess.isSupported()) {
            throw new BenchException("Measuring needs the /proc folder of Linux; this system has none.");
        }
        if (!Files.isReadable(clip)) {
            throw new BenchException("The clip " + clip + " cannot be read.");
        }
        if (rounds < 1 || loop.orElse(2) < 2) {
            throw new BenchException("There must be at least 1 round, and a loop repeats at least 2 times.");
        }
    }

    private static String asJson(Object figures) throws JsonProcessingException {
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures);
    }

    private static void tell(String news) {
        System.err.println("bench: " + news);
    }
}

package garim.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A comparison run lets the contenders treat a clip in turn, round after round, and then breaks mask down by stage. */
final class ComparisonRun {
    private final Commands commands;
    private final Path folder;
    private final Consumer<String> news;
    private final MeasuredProcess process;

    /**
     * Prepares a run.
     *
     * @param commands what is run
     * @param folder where outputs go
     * @param news hears what is being done
     */
    ComparisonRun(Commands commands, Path folder, Consumer<String> news) {
        this.commands = commands;
        this.folder = folder;
        this.news = news;
        this.process = new MeasuredProcess(folder.resolve("log"));
    }

    /** Measures. */
    Comparison run(Path clip, int rounds) {
        List<Cost> plain = new ArrayList<>();
        List<Cost> ffmpeg = new ArrayList<>();
        List<Cost> mask = new ArrayList<>();
        int frames = 0;
        for (int round = 1; round <= rounds; round++) {
            news.accept("round " + round + " of " + rounds);
            plain.add(measured("a plain transcode", commands.plain(clip, output("a")), output("a")));
            frames = Integer.parseInt(process.said().lines().toList().getLast());
            ffmpeg.add(measured("b ffmpeg", commands.ffmpeg(clip, output("b")), output("b")));
            mask.add(measured("c garim mask", commands.mask(clip, output("c")), output("c")));
        }
        Contender a = new Contender("a", "plain transcode", plain);
        Contender b = new Contender("b", "ffmpeg", ffmpeg);
        Contender c = new Contender("c", "garim mask", mask);
        return new Comparison(
                clip.getFileName().toString(),
                frames,
                commands.maskOptions(),
                List.of(a, b, c),
                List.of(Ratio.of(c, a), Ratio.of(c, b), Ratio.of(a, b)),
                breakdown(mask.getLast()));
    }

    /** What is known so far is told at once, for a later run may fail after a long time. */
    private Cost measured(String name, List<String> command, Path output) {
        Cost cost = process.run(command, output);
        news.accept("  " + name + ": " + ReportText.of(cost));
        return cost;
    }

    /** Of the last run, which was one of mask. */
    private Breakdown breakdown(Cost last) {
        String said = process.said()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains("\"cpuSeconds\""))
                .findFirst()
                .orElse("{}");
        try {
            Map<String, Double> seconds = new LinkedHashMap<>();
            JsonNode parts = new ObjectMapper().readTree(said).path("cpuSeconds");
            parts.properties()
                    .forEach(part -> seconds.put(part.getKey(), part.getValue().doubleValue()));
            return Breakdown.of(seconds, last.cpuSeconds());
        } catch (JsonProcessingException e) {
            throw new BenchException("The parts of the work could not be read: " + said, e);
        }
    }

    private Path output(String name) {
        return folder.resolve(name + ".mp4");
    }
}

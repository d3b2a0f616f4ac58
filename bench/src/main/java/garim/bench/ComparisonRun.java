package garim.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import garim.engine.pipeline.FileHash;
import java.nio.file.Path;
import java.util.ArrayList;
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
                breakdown(clip));
    }

    /** What is known so far is told at once, for a later run may fail after a long time. */
    private Cost measured(String name, List<String> command, Path output) {
        Cost cost = process.run(command, output);
        news.accept("  " + name + ": " + ReportText.of(cost));
        return cost;
    }

    private Breakdown breakdown(Path clip) {
        news.accept("mask by stage");
        Path staged = output("stages");
        double whole = process.run(commands.staged(clip, staged), staged).cpuSeconds();
        boolean same = FileHash.sha256(staged).equals(FileHash.sha256(output("c")));
        return Breakdown.of(stages(process.said().lines().toList().getLast()), whole, same);
    }

    private static Map<Stage, Double> stages(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<Map<Stage, Double>>() {});
        } catch (JsonProcessingException e) {
            throw new BenchException("The stages could not be read: " + json, e);
        }
    }

    private Path output(String name) {
        return folder.resolve(name + ".mp4");
    }
}

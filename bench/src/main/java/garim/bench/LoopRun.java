package garim.bench;

import java.nio.file.Path;
import java.util.function.Consumer;

/** A loop run masks a clip and a copy that repeats it many times. */
final class LoopRun {
    private final Commands commands;
    private final Path folder;
    private final Consumer<String> news;

    /** Prepares a run with outputs in a folder. */
    LoopRun(Commands commands, Path folder, Consumer<String> news) {
        this.commands = commands;
        this.folder = folder;
        this.news = news;
    }

    /** Measures. */
    LoopMemory run(Path clip, int times) {
        MeasuredProcess process = new MeasuredProcess(folder.resolve("log"));
        Path looped = folder.resolve("looped." + endingOf(clip));
        Path output = folder.resolve("masked.mp4");
        news.accept("making a copy " + times + " times as long");
        process.run(FfmpegProgram.unpacked().loop(clip, looped, times), looped);
        news.accept("mask on the clip");
        Cost single = process.run(commands.mask(clip, output), output);
        news.accept("  " + ReportText.of(single));
        news.accept("mask on the long copy");
        Cost many = process.run(commands.mask(looped, output), output);
        return new LoopMemory(clip.getFileName().toString(), times, commands.maskOptions(), single, many);
    }

    private static String endingOf(Path clip) {
        String name = clip.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "mkv" : name.substring(dot + 1);
    }
}

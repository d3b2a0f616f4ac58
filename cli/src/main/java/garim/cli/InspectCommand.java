package garim.cli;

import garim.engine.media.AudioStream;
import garim.engine.media.MediaInfo;
import garim.engine.media.VideoReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code garim inspect}: tells what is in a file. */
@Command(name = "inspect", resourceBundle = GarimCommand.HELP)
final class InspectCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "INPUT", descriptionKey = "INPUT")
    private List<Path> inputs = new ArrayList<>();

    private final Console console;

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        return new Batch(reporter).run(inputs, input -> {
            try (VideoReader reader = VideoReader.open(input)) {
                Map<String, Object> facts = facts(input, reader.info());
                reporter.done("inspected", facts, table(facts));
            }
        });
    }

    private static Map<String, Object> facts(Path input, MediaInfo info) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", input.toString());
        facts.put("container", info.container());
        facts.put("bytes", info.fileSize());
        facts.put("codec", info.codec());
        facts.put("pixelFormat", info.pixelFormat());
        facts.put("width", info.width());
        facts.put("height", info.height());
        facts.put("rotation", info.rotation().degrees());
        facts.put("interlaced", info.interlaced());
        facts.put("fullRange", info.colors().fullRange());
        facts.put("frameRate", Math.round(info.frameRate().value() * 1000) / 1000.0);
        facts.put(
                "timeBase", info.timeBase().numerator() + "/" + info.timeBase().denominator());
        info.estimatedFrames().ifPresent(frames -> facts.put("frames", frames));
        info.duration()
                .ifPresent(
                        ticks -> facts.put("seconds", Math.round(info.timeBase().seconds(ticks) * 1000) / 1000.0));
        info.bitRate().ifPresent(rate -> facts.put("bitRate", rate));
        facts.put("audio", info.audio().stream().map(InspectCommand::describe).toList());
        return facts;
    }

    private static String describe(AudioStream audio) {
        return audio.codec() + " " + audio.channels() + "ch " + audio.sampleRateHz() + "Hz";
    }

    private String table(Map<String, Object> facts) {
        return facts.entrySet().stream()
                        .map(fact ->
                                "%-14s %s".formatted(console.messages().text("fact." + fact.getKey()), value(fact)))
                        .collect(Collectors.joining(System.lineSeparator()))
                + System.lineSeparator();
    }

    private String value(Map.Entry<String, Object> fact) {
        if (fact.getValue() instanceof List<?> list && list.isEmpty()) {
            return console.messages().text("none");
        }
        if (fact.getValue() instanceof Boolean yes) {
            return console.messages().text(yes ? "yes" : "no");
        }
        return fact.getValue() instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                : fact.getValue().toString();
    }
}

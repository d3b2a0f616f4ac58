package garim.cli;

import garim.engine.media.AudioMode;
import garim.engine.media.WriteSettings;
import garim.engine.pipeline.RenderSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say how the output is written. */
final class WriteOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH")
    Optional<Path> output = Optional.empty();

    @Option(names = "--force")
    boolean force;

    @Option(names = "--audio", paramLabel = "MODE", defaultValue = "drop")
    AudioMode audio = AudioMode.DROP;

    @Option(names = "--quality", paramLabel = "Q")
    Optional<Integer> quality = Optional.empty();

    @Option(names = "--reencode", paramLabel = "WHEN", defaultValue = "auto")
    Reencode reencode = Reencode.AUTO;

    /** When pictures are encoded anew. */
    enum Reencode {
        /** Where something is masked in them or around them. */
        AUTO,
        /** All of them. */
        ALWAYS
    }

    /** How to write this output; IllegalArgumentException when the options make no sense. */
    RenderSettings settings(Path file) {
        WriteSettings write = WriteSettings.forFile(file).withAudio(audio);
        return new RenderSettings(quality.map(write::withQuantizer).orElse(write), force)
                .withCopying(reencode == Reencode.AUTO);
    }
}

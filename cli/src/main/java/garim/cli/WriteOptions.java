package garim.cli;

import garim.engine.media.AudioMode;
import garim.engine.media.EncoderProbe;
import garim.engine.media.MediaLibrary;
import garim.engine.media.WriteSettings;
import garim.engine.pipeline.RenderSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say how the output is written. */
final class WriteOptions {
    private static final String AUTO = "auto";

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

    @Option(names = "--encoder", paramLabel = "NAME", defaultValue = WriteSettings.DEFAULT_ENCODER)
    String encoder = WriteSettings.DEFAULT_ENCODER;

    @Option(names = "--reencode", paramLabel = "WHEN", defaultValue = "auto")
    Reencode reencode = Reencode.AUTO;

    /** When pictures are encoded anew. */
    enum Reencode {
        /** Where something is masked in them or around them. */
        AUTO,
        /** All of them. */
        ALWAYS
    }

    /** Chooses the encoder for all files; IllegalArgumentException when there is none of its name. */
    void prepare(Reporter reporter, Messages messages) {
        if (encoder.equals(AUTO)) {
            encoder = best(reporter, messages);
        } else if (!MediaLibrary.hasEncoder(encoder)) {
            throw new IllegalArgumentException("there is no encoder " + encoder + "; garim doctor lists what there is");
        }
    }

    /** How to write this output, after {@link #prepare}; IllegalArgumentException when the options make no sense. */
    RenderSettings settings(Path file) {
        WriteSettings write = WriteSettings.forFile(file).withAudio(audio).withEncoder(encoder);
        return new RenderSettings(quality.map(write::withQuantizer).orElse(write), force)
                .withCopying(reencode == Reencode.AUTO);
    }

    private String best(Reporter reporter, Messages messages) {
        EncoderProbe.Choice best = EncoderProbe.best();
        boolean isSurprising = !best.refused().isEmpty();
        new Fallback("encoder", reporter, messages).tell(best.encoder(), best.refused(), isSurprising);
        return best.encoder();
    }
}

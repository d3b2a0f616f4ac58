package garim.engine.media;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Write settings say how an output is encoded.
 *
 * <p>There is no number of threads: the encoders here give other bytes on other numbers of threads, so each uses one.
 *
 * @param container file format
 * @param encoder {@code libopenh264}, {@code mpeg4}, or {@code libx264} where the native library has it
 * @param quantizer constant quality as an H.264 quantizer, 1 (best) to 51; 23 looks like the source
 * @param audio what happens to the sound
 */
public record WriteSettings(Container container, String encoder, int quantizer, AudioMode audio) {
    /** The encoder used unless another is asked for. */
    public static final String DEFAULT_ENCODER = "libopenh264";

    private static final int DEFAULT_QUANTIZER = 23;

    public WriteSettings {
        Objects.requireNonNull(container);
        Objects.requireNonNull(encoder);
        Objects.requireNonNull(audio);
        if (quantizer < 1 || quantizer > 51) {
            throw new IllegalArgumentException("quantizer " + quantizer + " is not within 1-51");
        }
    }

    /** The default settings for an output that will in the end bear this name. */
    public static WriteSettings forFile(Path finalName) {
        return new WriteSettings(Container.ofFileName(finalName), DEFAULT_ENCODER, DEFAULT_QUANTIZER, AudioMode.DROP);
    }

    /** The same with another audio mode. */
    public WriteSettings withAudio(AudioMode mode) {
        return new WriteSettings(container, encoder, quantizer, mode);
    }

    /** The same with another encoder. */
    public WriteSettings withEncoder(String name) {
        return new WriteSettings(container, name, quantizer, audio);
    }

    /** The same with another quantizer. */
    public WriteSettings withQuantizer(int value) {
        return new WriteSettings(container, encoder, value, audio);
    }
}

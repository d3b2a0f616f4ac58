package garim.engine.media;

import java.util.Objects;

/**
 * An audio stream is one sound track of a file.
 *
 * @param codec short codec name such as {@code aac} or {@code pcm_mulaw}
 * @param channels number of channels; 0 where the file does not tell
 * @param sampleRateHz samples per second and channel; 0 where the file does not tell
 */
public record AudioStream(String codec, int channels, int sampleRateHz) {
    public AudioStream {
        Objects.requireNonNull(codec);
    }
}

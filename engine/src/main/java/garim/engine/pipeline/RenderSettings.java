package garim.engine.pipeline;

import garim.engine.media.WriteSettings;
import java.util.Objects;

/**
 * How the output is written.
 *
 * @param write encoder, quality, sound
 * @param overwrite true when an existing output may be replaced
 */
public record RenderSettings(WriteSettings write, boolean overwrite) {
    public RenderSettings {
        Objects.requireNonNull(write);
    }
}

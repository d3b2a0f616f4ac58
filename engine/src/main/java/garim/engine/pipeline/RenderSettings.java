package garim.engine.pipeline;

import garim.engine.mask.Overprint;
import garim.engine.media.WriteSettings;
import java.util.Objects;

/**
 * How the output is written.
 *
 * @param write encoder, quality, sound
 * @param overwrite true when an existing output may be replaced
 * @param overprint text that is printed on the pictures when everything is masked
 */
public record RenderSettings(WriteSettings write, boolean overwrite, Overprint overprint) {
    public RenderSettings {
        Objects.requireNonNull(write);
        Objects.requireNonNull(overprint);
    }

    /** Without any text on the pictures. */
    public RenderSettings(WriteSettings write, boolean overwrite) {
        this(write, overwrite, Overprint.NONE);
    }

    /** These settings with text on the pictures. */
    public RenderSettings withOverprint(Overprint other) {
        return new RenderSettings(write, overwrite, other);
    }
}

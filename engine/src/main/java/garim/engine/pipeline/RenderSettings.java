package garim.engine.pipeline;

import garim.engine.mask.Overprint;
import garim.engine.media.WriteSettings;
import java.util.Objects;
import java.util.Optional;

/**
 * How the output is written.
 *
 * @param write encoder, quality, sound
 * @param overwrite true when an existing output may be replaced
 * @param overprint text that is printed on the pictures when everything is masked
 * @param sealing how what lies under the masks is kept; empty when it is not
 */
public record RenderSettings(WriteSettings write, boolean overwrite, Overprint overprint, Optional<Sealing> sealing) {
    public RenderSettings {
        Objects.requireNonNull(write);
        Objects.requireNonNull(overprint);
        Objects.requireNonNull(sealing);
    }

    /** Without any text on the pictures. */
    public RenderSettings(WriteSettings write, boolean overwrite) {
        this(write, overwrite, Overprint.NONE, Optional.empty());
    }

    /** These settings with text on the pictures. */
    public RenderSettings withOverprint(Overprint other) {
        return new RenderSettings(write, overwrite, other, sealing);
    }

    /** These settings with what lies under the masks kept. */
    public RenderSettings withSealing(Sealing other) {
        return new RenderSettings(write, overwrite, overprint, Optional.of(other));
    }
}

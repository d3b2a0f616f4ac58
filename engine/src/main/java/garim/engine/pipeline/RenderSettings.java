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
 * @param mayCopy true when packets may be copied where nothing is masked
 * @param overprint text that is printed on the pictures when everything is masked
 * @param threads how many segments of the file are written at the same time, from 1; does not change the output
 * @param sealing how what lies under the masks is kept; empty when it is not
 */
public record RenderSettings(
        WriteSettings write,
        boolean overwrite,
        int threads,
        boolean mayCopy,
        Overprint overprint,
        Optional<Sealing> sealing) {
    public RenderSettings {
        Objects.requireNonNull(write);
        Objects.requireNonNull(overprint);
        Objects.requireNonNull(sealing);
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1");
        }
    }

    /** Without any text on the pictures, on all cores. */
    public RenderSettings(WriteSettings write, boolean overwrite) {
        this(write, overwrite, Runtime.getRuntime().availableProcessors(), true, Overprint.NONE, Optional.empty());
    }

    /** These settings with text on the pictures. */
    public RenderSettings withOverprint(Overprint other) {
        return new RenderSettings(write, overwrite, threads, mayCopy, other, sealing);
    }

    /** These settings with what lies under the masks kept. */
    public RenderSettings withSealing(Sealing other) {
        return new RenderSettings(write, overwrite, threads, mayCopy, overprint, Optional.of(other));
    }

    /** These settings with another number of threads. */
    public RenderSettings withThreads(int other) {
        return new RenderSettings(write, overwrite, other, mayCopy, overprint, sealing);
    }

    /** These settings with or without leave to replace an output. */
    public RenderSettings withOverwrite(boolean other) {
        return new RenderSettings(write, other, threads, mayCopy, overprint, sealing);
    }

    /** These settings with or without leave to copy packets. */
    public RenderSettings withCopying(boolean other) {
        return new RenderSettings(write, overwrite, threads, other, overprint, sealing);
    }
}

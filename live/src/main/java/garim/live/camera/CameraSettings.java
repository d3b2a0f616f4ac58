package garim.live.camera;

import garim.engine.pipeline.DetectorUse;
import garim.engine.pipeline.LiveSettings;
import garim.live.MaskedSink;
import garim.live.OriginalSink;
import java.util.List;
import java.util.Objects;

/**
 * One camera, and what is done with it.
 *
 * @param name for people and addresses: letters, digits and hyphens
 * @param source where its pictures come from
 * @param uses what looks for targets
 * @param masking how it is masked
 * @param quantizer constant quality of the coded pictures as an H.264 quantizer
 * @param masked who takes the masked pictures
 * @param originals who takes the original packets; they are to be sealed
 */
public record CameraSettings(
        String name,
        Feed.Source source,
        List<DetectorUse> uses,
        LiveSettings masking,
        int quantizer,
        List<MaskedSink> masked,
        List<OriginalSink> originals) {
    /** What is good for watching. */
    public static final int DEFAULT_QUANTIZER = 26;

    private static final String NAME = "[\\p{L}\\d][\\p{L}\\d-]{0,39}";

    public CameraSettings {
        Objects.requireNonNull(source);
        Objects.requireNonNull(masking);
        uses = List.copyOf(uses);
        masked = List.copyOf(masked);
        originals = List.copyOf(originals);
        if (!isName(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of letters, digits and hyphens");
        }
    }

    /** True for what can be the name of a camera. */
    public static boolean isName(String text) {
        return text.matches(NAME);
    }

    /** The same camera with others who take its pictures. */
    public CameraSettings withSinks(List<MaskedSink> takers, List<OriginalSink> sealers) {
        return new CameraSettings(name, source, uses, masking, quantizer, takers, sealers);
    }
}

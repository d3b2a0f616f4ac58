package garim.live.config;

import garim.engine.frame.Rotation;
import garim.engine.media.CameraSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a configuration says about one camera.
 *
 * @param line in which it begins
 * @param name unique
 * @param place where it is
 * @param masking what is masked
 * @param delay how long pictures are kept back
 * @param rotation how its pictures must be turned to stand upright
 * @param quality quantizer of the coded pictures
 */
public record CameraConfig(
        int line, String name, Place place, Masking masking, Duration delay, Rotation rotation, int quality) {
    /** Where pictures come from. */
    public sealed interface Place {
        /** A camera in the network. */
        record Network(CameraSource.Network camera) implements Place {}

        /** A file or folder that stands for a camera. */
        record Recorded(Path path) implements Place {}
    }

    /**
     * What is masked, in the words of the command line; empty where nothing is said.
     *
     * @param profile name or file of a profile
     * @param kinds kinds of target
     * @param detector who looks for faces
     * @param zones areas
     */
    public record Masking(Optional<String> profile, List<String> kinds, Optional<String> detector, List<String> zones) {
        public Masking {
            Objects.requireNonNull(profile);
            Objects.requireNonNull(detector);
            kinds = List.copyOf(kinds);
            zones = List.copyOf(zones);
        }
    }

    public CameraConfig {
        Objects.requireNonNull(name);
        Objects.requireNonNull(place);
        Objects.requireNonNull(masking);
        Objects.requireNonNull(delay);
        Objects.requireNonNull(rotation);
    }
}

package garim.live.station;

import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What becomes of pictures besides being shown.
 *
 * @param recording where masked pictures are recorded; empty for nowhere
 * @param vault where originals are sealed; empty for nowhere, which is what most should choose
 */
public record Stores(Optional<Recording> recording, Optional<Sealing> vault) {
    /** How long a file is when nobody says. */
    public static final Duration USUAL_SEGMENT = Duration.ofMinutes(1);

    /** Bytes that are left free on a disk when nobody says. */
    public static final long USUAL_SPARE = 1L << 30;

    /** Nothing is stored. */
    public static final Stores NONE = new Stores(Optional.empty(), Optional.empty());

    public Stores {
        Objects.requireNonNull(recording);
        Objects.requireNonNull(vault);
    }

    /**
     * How masked pictures are recorded.
     *
     * @param folder holds a folder for each camera
     * @param segment a new file begins after so long
     * @param keepFor files are deleted when they are so old; empty keeps them
     * @param keepBytes the oldest files of a camera are deleted when all of it are larger; empty sets no limit
     * @param spare bytes that are left free on the disk
     */
    public record Recording(
            Path folder, Duration segment, Optional<Duration> keepFor, OptionalLong keepBytes, long spare) {
        /** Recordings that are kept, in files of the usual length. */
        public static Recording into(Path folder) {
            return new Recording(folder, USUAL_SEGMENT, Optional.empty(), OptionalLong.empty(), USUAL_SPARE);
        }

        public Recording {
            Objects.requireNonNull(folder);
            Objects.requireNonNull(segment);
            Objects.requireNonNull(keepFor);
            Objects.requireNonNull(keepBytes);
        }
    }

    /**
     * How originals are sealed.
     *
     * @param folder of the vault
     * @param holders public keys of the two who can open it together
     * @param zone in which days begin
     * @param segment a new file begins after so long
     * @param keepFor a day is destroyed so long after its end; empty keeps it until somebody destroys it
     * @param spare bytes that are left free on the disk
     */
    public record Sealing(
            Path folder,
            List<PublicKey> holders,
            ZoneId zone,
            Duration segment,
            Optional<Duration> keepFor,
            long spare) {
        public Sealing {
            holders = List.copyOf(holders);
            Objects.requireNonNull(folder);
            Objects.requireNonNull(zone);
            Objects.requireNonNull(segment);
            Objects.requireNonNull(keepFor);
        }
    }
}

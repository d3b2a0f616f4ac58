package garim.live.vault;

import garim.live.LiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A vault as those see it who keep it: they list its days, unseal what two holders agree on, and destroy days. */
public final class VaultArchive {
    private final VaultFolder folder;
    private final VaultIdentity identity;
    private final InstantSource clock;

    /**
     * A day of a vault.
     *
     * @param day the day
     * @param keys how many keys it has; without any, nothing of it can be opened
     * @param cameras segments of each camera
     * @param bytes of all segments
     */
    public record Day(LocalDate day, int keys, Map<String, Integer> cameras, long bytes) {
        public Day {
            cameras = Map.copyOf(cameras);
        }
    }

    /**
     * What is to be unsealed.
     *
     * @param camera whose pictures
     * @param from the first moment
     * @param to the moment after the last
     * @param target folder for the files; made when it is not there
     * @param by who does it
     * @param reason why, as the log shall say
     */
    public record Request(String camera, Instant from, Instant to, Path target, String by, String reason) {
        public Request {
            boolean sensible = from.isBefore(to) && !by.isBlank() && !reason.isBlank();
            if (!sensible || !camera.matches(VaultFolder.NAMES)) {
                throw new IllegalArgumentException("a camera, a stretch of time, a name and a reason are needed");
            }
        }
    }

    /**
     * What came of it.
     *
     * @param files one for each segment
     * @param pictures in all of them
     * @param lacks what is missing or changed, one sentence each
     */
    public record Unsealed(List<Path> files, long pictures, List<String> lacks) {
        public Unsealed {
            files = List.copyOf(files);
            lacks = List.copyOf(lacks);
        }
    }

    /**
     * What was destroyed.
     *
     * @param day the day
     * @param keys how many
     * @param segments how many
     * @param bytes of all segments
     */
    public record Destroyed(LocalDate day, int keys, int segments, long bytes) {}

    private VaultArchive(VaultFolder folder, VaultIdentity identity, InstantSource clock) {
        this.folder = folder;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Opens a vault that is there.
     *
     * @throws LiveException STORAGE when there is none
     */
    public static VaultArchive open(Path path, InstantSource clock) {
        VaultFolder folder = new VaultFolder(path);
        try {
            if (!Files.isRegularFile(folder.identity())) {
                throw new IOException("it is no vault");
            }
            return new VaultArchive(folder, VaultIdentity.read(folder.identity()), clock);
        } catch (IOException e) {
            throw folder.failed(e);
        }
    }

    /** All days, oldest first. */
    public List<Day> days() {
        try {
            return folder.listDays().stream().map(this::described).toList();
        } catch (IOException e) {
            throw folder.failed(e);
        }
    }

    private Day described(LocalDate day) {
        try {
            Map<String, Integer> cameras = new TreeMap<>();
            long bytes = 0;
            for (Path segment : folder.segments(day)) {
                cameras.merge(VaultFolder.camera(segment), 1, Integer::sum);
                bytes += Files.size(segment);
            }
            return new Day(day, folder.keyFiles(day).size(), cameras, bytes);
        } catch (IOException e) {
            throw folder.failed(e);
        }
    }

    /** The log. */
    public Path log() {
        return folder.log().file();
    }

    /** The first line of the log, from 1, that does not fit those before it; empty when all do. */
    public OptionalInt brokenLogLine() {
        try {
            return folder.log().firstBroken();
        } catch (IOException e) {
            throw folder.failed(e);
        }
    }

    /**
     * Unseals with the keys of both holders; the log says so before the files have their names.
     *
     * @param keys the private keys, in any order
     * @throws LiveException KEY when they are not those of both holders, which the log tells too; STORAGE
     */
    public Unsealed unseal(Request request, List<PrivateKey> keys) {
        Unsealing unsealing = new Unsealing(folder, identity, clock, request);
        try {
            return unsealing.run(keys);
        } catch (IOException e) {
            throw folder.failed(e);
        }
    }

    /**
     * Destroys a day: its keys are overwritten and deleted, it is looked whether anything can still be opened, and its files
     * are deleted. It cannot be undone.
     *
     * @throws LiveException KEY when there is nothing of that day or a key of it is in use; STORAGE
     */
    public Destroyed destroy(LocalDate day, String by, String reason) {
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a name and a reason are needed");
        }
        return new Destruction(folder, clock).run(day, "destroyed", by, reason);
    }
}

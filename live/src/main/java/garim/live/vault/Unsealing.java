package garim.live.vault;

import garim.engine.store.WholeFile;
import garim.live.LiveException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One unsealing: of which segments, what came of each, and the line in the log. */
final class Unsealing {
    private final VaultFolder folder;
    private final VaultIdentity identity;
    private final InstantSource clock;
    private final VaultArchive.Request request;
    private final Map<String, DayKey> keys = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Path> parts = new ArrayList<>();
    private final List<Path> unfinished = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final List<String> lacks = new ArrayList<>();
    private long pictures;

    Unsealing(VaultFolder folder, VaultIdentity identity, InstantSource clock, VaultArchive.Request request) {
        this.folder = folder;
        this.identity = identity;
        this.clock = clock;
        this.request = request;
    }

    VaultArchive.Unsealed run(List<PrivateKey> holders) throws IOException {
        PrivateKey master = unlocked(holders);
        List<Path> segments = wanted();
        if (segments.isEmpty()) {
            throw new LiveException(
                    LiveException.Code.STORAGE,
                    "The vault holds nothing of " + request.camera() + " from " + request.from() + " to "
                            + request.to());
        }
        makeTarget();
        try {
            for (Path segment : segments) {
                open(segment, master);
            }
            log("unsealed");
            List<Path> files = new ArrayList<>();
            for (Path part : parts) {
                Path file = named(part);
                WholeFile.publish(part, file);
                files.add(file);
            }
            return new VaultArchive.Unsealed(files, pictures, lacks);
        } finally {
            keys.values().forEach(DayKey::forget);
            for (Path part : unfinished) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** What is unsealed is for nobody else on this machine. */
    private void makeTarget() throws IOException {
        if (!Files.isDirectory(request.target())) {
            Files.createDirectories(request.target());
            if (WholeFile.hasRights(request.target())) {
                Files.setPosixFilePermissions(request.target(), PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private PrivateKey unlocked(List<PrivateKey> holders) throws IOException {
        try {
            return identity.unlock(holders);
        } catch (LiveException e) {
            log("refused");
            throw e;
        }
    }

    /** The segments that may hold pictures of the stretch: each ends at the latest where the next one begins. */
    private List<Path> wanted() throws IOException {
        List<Path> all = new ArrayList<>();
        LocalDate first =
                LocalDate.ofInstant(request.from(), java.time.ZoneOffset.UTC).minusDays(2);
        for (LocalDate day : folder.listDays()) {
            if (!day.isBefore(first)) {
                all.addAll(folder.segments(day).stream()
                        .filter(file -> VaultFolder.camera(file).equals(request.camera()))
                        .toList());
            }
        }
        List<Path> wanted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean begins = VaultFolder.begin(all.get(i)).isBefore(request.to());
            boolean endsBefore = i + 1 < all.size()
                    && !VaultFolder.begin(all.get(i + 1)).isAfter(request.from())
                    && VaultFolder.begin(all.get(i + 1)).isAfter(VaultFolder.begin(all.get(i)));
            if (begins && !endsBefore) {
                wanted.add(all.get(i));
            }
        }
        return wanted;
    }

    private void open(Path segment, PrivateKey master) throws IOException {
        String name = String.valueOf(segment.getFileName());
        try (SealedReader reader = new SealedReader(segment)) {
            if (!reader.isOf(identity)) {
                lacks.add(name + ": it is cut before its first picture, or no segment of this vault");
                return;
            }
            Optional<DayKey> key = key(reader.keyId(), master);
            if (key.isEmpty()) {
                lacks.add(name + ": its key was destroyed, or is not there");
                return;
            }
            Path part = request.target().resolve("." + request.camera() + "-" + name.replace(".sealed", ".mp4.part"));
            unfinished.add(part);
            OpenedSegment target = new OpenedSegment(part, request);
            SealedReader.Reading reading;
            try (target) {
                reading = reader.read(key.get(), target::begin);
            }
            note(name, reading, reader.keyId());
            if (target.pictures() > 0) {
                parts.add(part);
                pictures += target.pictures();
                opened.add(name);
            }
        }
    }

    private void note(String name, SealedReader.Reading reading, String keyId) {
        switch (reading.ending()) {
            case WHOLE -> {
                // Nothing to say.
            }
            case CUT -> lacks.add(name + ": the end is missing; the program was killed, or the file was cut");
            case CHANGED -> lacks.add(name + ": it was changed; nothing after the change was unsealed");
        }
        reading.header().ifPresent(header -> {
            int expected = numbers.getOrDefault(keyId, header.number() - 1) + 1;
            if (header.number() > expected) {
                lacks.add(name + ": " + (header.number() - expected) + " segments before it are missing");
            }
            numbers.put(keyId, header.number());
        });
    }

    private Optional<DayKey> key(String id, PrivateKey master) throws IOException {
        if (!keys.containsKey(id)) {
            for (LocalDate day : folder.listDays()) {
                for (Path file : folder.keyFiles(day)) {
                    if (file.getFileName().toString().contains(id)) {
                        DayKeyFile.open(file, identity, master).ifPresent(key -> keys.put(id, key));
                    }
                }
            }
        }
        return Optional.ofNullable(keys.get(id));
    }

    private static Path named(Path part) {
        String name = String.valueOf(part.getFileName());
        return part.resolveSibling(name.substring(1).replace(".part", ""));
    }

    private void log(String act) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("act", act);
        line.put("by", request.by());
        line.put("reason", request.reason());
        line.put("camera", request.camera());
        line.put("from", request.from().toString());
        line.put("to", request.to().toString());
        if (act.equals("unsealed")) {
            Map<String, String> outputs = new LinkedHashMap<>();
            for (Path part : parts) {
                outputs.put(String.valueOf(named(part).getFileName()), sha256(part));
            }
            line.put("segments", opened);
            line.put("outputs", outputs);
            line.put("lacks", lacks);
        }
        folder.log().append(line);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

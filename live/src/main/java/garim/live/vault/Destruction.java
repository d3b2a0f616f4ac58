package garim.live.vault;

import garim.live.LiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The destruction of a day: first its keys, then, when it is sure that nothing of it can be opened, its files. */
final class Destruction {
    private final VaultFolder folder;
    private final InstantSource clock;

    Destruction(VaultFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Destroys a day.
     *
     * @param act how the log calls it
     * @throws LiveException KEY when there is nothing of that day or a key is in use; STORAGE when the disk refuses
     */
    VaultArchive.Destroyed run(LocalDate day, String act, String by, String reason) {
        try {
            List<Path> keys = folder.keyFiles(day);
            List<Path> segments = folder.segments(day);
            if (keys.isEmpty() && segments.isEmpty()) {
                throw new LiveException(LiveException.Code.KEY, "The vault holds nothing of " + day);
            }
            Map<String, Object> line = line(day, by, reason);
            line.put(
                    "keys",
                    keys.stream().map(key -> String.valueOf(key.getFileName())).toList());
            line.put("act", act + " begins");
            List<KeyLock> locks = locked(keys, day);
            try {
                folder.log().append(line);
                for (Path key : keys) {
                    DayKeyFile.destroy(key);
                }
            } finally {
                for (KeyLock lock : locks) {
                    lock.close();
                }
            }
            requireUnreadable(day, segments);
            long bytes = delete(segments);
            deleteFolders(day);
            line.put("act", act);
            line.put("segments", segments.size());
            line.put("bytes", bytes);
            line.put("verified", true);
            folder.log().append(line);
            return new VaultArchive.Destroyed(day, keys.size(), segments.size(), bytes);
        } catch (IOException e) {
            throw folder.failed(e);
        }
    }

    private Map<String, Object> line(LocalDate day, String by, String reason) {
        Map<String, Object> line = new LinkedHashMap<>();
        Instant now = clock.instant();
        line.put("at", now.truncatedTo(ChronoUnit.SECONDS).toString());
        line.put("act", "");
        line.put("day", day.toString());
        line.put("by", by);
        line.put("reason", reason);
        return line;
    }

    private static List<KeyLock> locked(List<Path> keys, LocalDate day) throws IOException {
        List<KeyLock> locks = new ArrayList<>();
        for (Path key : keys) {
            Optional<KeyLock> lock = KeyLock.take(key);
            if (lock.isEmpty()) {
                for (KeyLock taken : locks) {
                    taken.close();
                }
                throw new LiveException(
                        LiveException.Code.KEY,
                        "A key of " + day
                                + " is in use: cameras still seal with it. Stop them, or wait for the next day");
            }
            locks.add(lock.get());
        }
        return locks;
    }

    /** Reads back: there is no key of the day, and of no segment is there one. */
    private void requireUnreadable(LocalDate day, List<Path> segments) throws IOException {
        if (!folder.keyFiles(day).isEmpty()) {
            throw new IOException("a key of " + day + " is still there");
        }
        for (Path segment : segments) {
            try (SealedReader reader = new SealedReader(segment);
                    Stream<Path> keys = Files.list(folder.keys())) {
                String id = reader.keyId();
                if (!id.isEmpty()
                        && keys.anyMatch(key -> key.getFileName().toString().contains(id))) {
                    throw new IOException("the key of " + segment.getFileName() + " is still there");
                }
            }
        }
    }

    private static long delete(List<Path> segments) throws IOException {
        long bytes = 0;
        for (Path segment : segments) {
            bytes += Files.size(segment);
            Files.delete(segment);
        }
        return bytes;
    }

    private void deleteFolders(LocalDate day) throws IOException {
        if (!Files.isDirectory(folder.day(day))) {
            return;
        }
        List<Path> folders;
        try (Stream<Path> all = Files.walk(folder.day(day))) {
            folders = all.filter(Files::isDirectory).toList().reversed();
        }
        for (Path each : folders) {
            boolean empty;
            try (Stream<Path> inside = Files.list(each)) {
                empty = inside.findAny().isEmpty();
            }
            if (empty) {
                Files.delete(each);
            }
        }
    }
}

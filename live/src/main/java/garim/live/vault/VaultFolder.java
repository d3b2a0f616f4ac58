package garim.live.vault;

import garim.live.LiveException;
import garim.live.store.ChainedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where things lie in a vault: {@code vault.id}, {@code keys/DAY-ID.key}, {@code days/DAY/CAMERA/MOMENT.sealed} and
 * {@code log.jsonl}.
 *
 * @param path the folder
 */
record VaultFolder(Path path) {
    static final String NAMES = "[A-Za-z0-9._-]{1,64}";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSX").withZone(ZoneOffset.UTC);
    private static final String ENDING = ".sealed";

    Path identity() {
        return path.resolve("vault.id");
    }

    Path keys() {
        return path.resolve("keys");
    }

    Path days() {
        return path.resolve("days");
    }

    Path day(LocalDate day) {
        return days().resolve(day.toString());
    }

    ChainedLog log() {
        return new ChainedLog(path.resolve("log.jsonl"));
    }

    /** A name that no segment has yet. */
    Path freeSegment(LocalDate day, String camera, Instant begin) {
        Path folder = day(day).resolve(camera);
        Path file = folder.resolve(MOMENT.format(begin) + ENDING);
        for (int n = 2; Files.exists(file); n++) {
            file = folder.resolve(MOMENT.format(begin) + "-" + n + ENDING);
        }
        return file;
    }

    /** The moment that a segment is named by; what is not named so began long ago. */
    static Instant begin(Path segment) {
        String name = String.valueOf(segment.getFileName());
        try {
            return Instant.from(MOMENT.parse(name.substring(0, name.indexOf('Z') + 1)));
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    /** The camera of a segment, by its folder. */
    static String camera(Path segment) {
        Path folder = segment.getParent();
        return folder == null ? "" : String.valueOf(folder.getFileName());
    }

    /** The segments of a day, of all cameras, in the order of their names. */
    List<Path> segments(LocalDate day) throws IOException {
        return Files.isDirectory(day(day)) ? filesIn(day(day), ENDING) : List.of();
    }

    /** The files of the keys of a day. */
    List<Path> keyFiles(LocalDate day) throws IOException {
        return allKeyFiles().stream()
                .filter(file -> DayKeyFile.day(file).filter(day::equals).isPresent())
                .toList();
    }

    private List<Path> allKeyFiles() throws IOException {
        return Files.isDirectory(keys()) ? filesIn(keys(), DayKeyFile.ENDING) : List.of();
    }

    /** The days of which there is a key or a segment, oldest first. */
    List<LocalDate> listDays() throws IOException {
        TreeSet<LocalDate> found = new TreeSet<>();
        allKeyFiles().forEach(file -> DayKeyFile.day(file).ifPresent(found::add));
        if (Files.isDirectory(days())) {
            try (Stream<Path> inside = Files.list(days())) {
                for (LocalDate day :
                        inside.map(VaultFolder::day).flatMap(Optional::stream).toList()) {
                    if (!segments(day).isEmpty()) {
                        found.add(day);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static Optional<LocalDate> day(Path folder) {
        try {
            return Optional.of(LocalDate.parse(String.valueOf(folder.getFileName())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName()).endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    LiveException failed(IOException e) {
        return new LiveException(
                LiveException.Code.STORAGE, "The vault " + path + " cannot be used: " + e.getMessage(), e);
    }
}

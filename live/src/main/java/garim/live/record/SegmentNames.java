package garim.live.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Segments are named by the moment at which they begin, in UTC: {@code 2026-03-01/20260301T080000.000Z.mp4}. */
final class SegmentNames {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSX").withZone(ZoneOffset.UTC);
    private static final String ENDING = ".mp4";

    private SegmentNames() {}

    /** A name that no file has yet; a clock that was set back may come by the same moment again. */
    static Path free(Path folder, Instant begin) {
        Path day = folder.resolve(DAY.format(begin));
        Path file = day.resolve(MOMENT.format(begin) + ENDING);
        for (int n = 2; Files.exists(file); n++) {
            file = day.resolve(MOMENT.format(begin) + "-" + n + ENDING);
        }
        return file;
    }

    /** The moment that a file is named by; empty when it is no segment. */
    static Optional<Instant> begin(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.matches("\\d{8}T\\d{6}\\.\\d{3}Z(-\\d+)?\\.mp4")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.from(MOMENT.parse(name.substring(0, name.indexOf('Z') + 1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

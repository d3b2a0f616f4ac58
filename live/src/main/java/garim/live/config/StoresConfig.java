package garim.live.config;

import garim.live.station.Stores;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a configuration says about storing.
 *
 * @param record how masked pictures are recorded; empty for not at all
 * @param vault how originals are sealed; empty for not at all
 */
public record StoresConfig(Optional<Stores.Recording> record, Optional<Sealing> vault) {
    private static final Duration LEAST_SEGMENT = Duration.ofSeconds(1);
    private static final int HOLDERS = 2;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(kb|mb|gb|tb)?");

    public StoresConfig {
        Objects.requireNonNull(record);
        Objects.requireNonNull(vault);
    }

    /**
     * How originals are sealed.
     *
     * @param folder of the vault
     * @param holders files with the public keys of the two who can open it together
     * @param zone in which days begin
     * @param segment a new file begins after so long
     * @param keepFor a day is destroyed so long after its end; empty keeps it until somebody destroys it
     * @param spare bytes that are left free on the disk
     */
    public record Sealing(
            Path folder, List<Path> holders, ZoneId zone, Duration segment, Optional<Duration> keepFor, long spare) {
        public Sealing {
            holders = List.copyOf(holders);
        }
    }

    /** Reads the sections {@code record} and {@code vault}. */
    static StoresConfig read(SectionReader top, UnaryOperator<Path> beside) {
        return new StoresConfig(
                top.section("record").flatMap(section -> recording(section, beside)),
                top.section("vault").flatMap(section -> sealing(section, beside)));
    }

    private static Optional<Stores.Recording> recording(SectionReader section, UnaryOperator<Path> beside) {
        Optional<Path> folder = folder(section, beside);
        Duration segment = segment(section);
        Optional<Duration> keepFor = keepFor(section);
        Optional<Long> keepBytes = section.value("keep-size", StoresConfig::size);
        long spare = section.value("spare", StoresConfig::size).orElse(Stores.USUAL_SPARE);
        section.close();
        OptionalLong limit = keepBytes.map(OptionalLong::of).orElse(OptionalLong.empty());
        return folder.map(place -> new Stores.Recording(place, segment, keepFor, limit, spare));
    }

    private static Optional<Sealing> sealing(SectionReader section, UnaryOperator<Path> beside) {
        Optional<Path> folder = folder(section, beside);
        List<Path> holders =
                section.texts("holders").stream().map(Path::of).map(beside).toList();
        if (holders.size() != HOLDERS) {
            section.problem("holders", "name the public keys of two holders, made with \"garim holder\"");
        }
        ZoneId zone = section.value("zone", StoresConfig::zone).orElse(ZoneId.systemDefault());
        Duration segment = segment(section);
        Optional<Duration> keepFor = keepFor(section);
        long spare = section.value("spare", StoresConfig::size).orElse(Stores.USUAL_SPARE);
        section.close();
        return folder.map(place -> new Sealing(place, holders, zone, segment, keepFor, spare));
    }

    private static Optional<Path> folder(SectionReader section, UnaryOperator<Path> beside) {
        Optional<Path> folder = section.text("folder").map(Path::of).map(beside);
        if (folder.isEmpty() && section.isMissing("folder")) {
            section.problem("folder", "name a folder");
        }
        return folder;
    }

    private static Duration segment(SectionReader section) {
        return section.value("segment", text -> {
                    Duration segment = TextOf.duration(text);
                    if (segment.compareTo(LEAST_SEGMENT) < 0) {
                        throw new IllegalArgumentException("write a second or more, as in 60s");
                    }
                    return segment;
                })
                .orElse(Stores.USUAL_SEGMENT);
    }

    /** No number of days is preset: it is the operator's rule, and the law of the country bounds it. */
    private static Optional<Duration> keepFor(SectionReader section) {
        return section.value("keep", text -> {
            Duration keep = TextOf.duration(text);
            if (!keep.isPositive()) {
                throw new IllegalArgumentException("write how long, as in 12h or 7d");
            }
            return keep;
        });
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no time zone; write one as Asia/Seoul", e);
        }
    }

    /** A size such as {@code 500GB}; bytes where no unit stands. */
    static long size(String text) {
        Matcher parts = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no size; write 500MB, 20GB or 2TB");
        }
        String unit = parts.group(2) == null ? "" : parts.group(2);
        return Long.parseLong(parts.group(1))
                * switch (unit) {
                    case "kb" -> 1000L;
                    case "mb" -> 1_000_000L;
                    case "gb" -> 1_000_000_000L;
                    case "tb" -> 1_000_000_000_000L;
                    default -> 1L;
                };
    }
}

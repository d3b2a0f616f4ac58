package garim.cli.settings;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.zone.Zone;
import garim.engine.zone.ZoneText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of zones, YAML or JSON; the format is described by {@code docs/schema/zones-1.schema.json}. */
public final class ZonesFile {
    private ZonesFile() {}

    /** The file as it is written. */
    private record Written(@Nullable List<@Nullable String> zones) {}

    /**
     * Reads the zones of a file.
     *
     * @throws EngineException INPUT_MISSING when there is no such file, ZONE_INVALID when it is not one of zones
     */
    public static List<Zone> read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, file.toString(), "no such file", e);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.ZONE_INVALID, file.toString(), "not readable as text", e);
        }
    }

    private static List<Zone> parse(String file, String text) {
        List<@Nullable String> written = written(file, text).zones();
        if (written == null || written.isEmpty()) {
            throw new EngineException(ErrorCode.ZONE_INVALID, file, "at \"zones\": there is no zone in it");
        }
        List<Zone> zones = new ArrayList<>();
        for (String zone : written) {
            zones.add(parse(file, zones.size() + 1, zone == null ? "" : zone));
        }
        return zones;
    }

    private static Zone parse(String file, int number, String zone) {
        try {
            return ZoneText.parse(zone);
        } catch (EngineException e) {
            throw new EngineException(e.code(), file, "zone " + number + ": " + e.detail(), e);
        }
    }

    private static Written written(String file, String text) {
        try {
            return SettingsText.read(file, text, Written.class);
        } catch (IllegalArgumentException e) {
            throw new EngineException(
                    ErrorCode.ZONE_INVALID, file, e.getMessage() + "; write each zone in quotes under \"zones:\"", e);
        }
    }
}

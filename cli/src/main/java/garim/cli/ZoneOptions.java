package garim.cli;

import garim.cli.settings.ZonesFile;
import garim.engine.zone.Zone;
import garim.engine.zone.ZoneText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say which areas are masked whatever is in them. */
final class ZoneOptions {
    @Option(names = "--zone", paramLabel = "ZONE")
    List<String> texts = new ArrayList<>();

    @Option(names = "--zones", paramLabel = "FILE")
    List<Path> files = new ArrayList<>();

    /** The zones that were drawn; EngineException when one of them cannot be understood. */
    List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        texts.forEach(text -> zones.add(ZoneText.parse(text)));
        files.forEach(file -> zones.addAll(ZonesFile.read(file)));
        return zones;
    }
}

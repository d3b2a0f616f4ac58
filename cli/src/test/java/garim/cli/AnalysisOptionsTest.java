package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.pipeline.AnalysisSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is masked, by option and by profile. */
final class AnalysisOptionsTest {
    @TempDir
    private Path folder;

    private static AnalysisOptions options(String... arguments) {
        AnalysisOptions options = new AnalysisOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return options;
    }

    private static AnalysisSettings settings(String... arguments) {
        return options(arguments).settings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|FACE HEAD PLATE",
                "--mask face|FACE",
                "--mask Face,TEXT|FACE TEXT",
                "--mask all|FACE HEAD MOTION PERSON PLATE TEXT",
                "--mask zone --zone 1,2,3,4|ZONE",
                "--mask all --zone 1,2,3,4|FACE HEAD MOTION PERSON PLATE TEXT ZONE",
                "--zone 1,2,3,4|FACE HEAD PLATE ZONE",
                "--mask face --heads all|FACE HEAD",
                "--mask face --heads seen|FACE",
                "--profile school|FACE HEAD PERSON",
                "--profile store|FACE HEAD PERSON PLATE TEXT",
                "--profile school --mask plate|PLATE",
                "--profile school --zone 1,2,3,4|FACE HEAD PERSON ZONE",
            })
    void masksWhatIsAskedFor(String line, String kinds) {
        String[] arguments = line == null ? new String[0] : line.split(" ", -1);
        Set<String> masked = settings(arguments).rules().keySet().stream()
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Stream.of(kinds.split(" ", -1)).collect(Collectors.toCollection(TreeSet::new)), masked);
    }

    @Test
    void zonesAreSolidAndAsDrawnUnlessAStyleIsNamed() {
        String[] zone = {"--mask", "zone", "--zone", "1,2,3,4", "--margin", "0.5"};
        assertEquals(new MaskRule(MaskStyle.SOLID, 0), settings(zone).rules().get(TargetKind.ZONE));
        MaskRule blurred =
                settings("--zone", "1,2,3,4", "--style", "blur").rules().get(TargetKind.ZONE);
        assertEquals(new MaskRule(MaskStyle.BLUR, 0), blurred);
    }

    @Test
    void zonesAloneLoadNoModel() {
        try (LoadedDetectors none =
                options("--mask", "zone", "--zone", "1,2,3,4").load(() -> fail("a device is tried"))) {
            assertTrue(none.uses().isEmpty());
        }
    }

    @Test
    void takesZonesOfFilesBesideThoseOfTheLine() throws IOException {
        Path file = Files.writeString(folder.resolve("z.yaml"), "zones: [\"1,2,3,4\", \"5,6,7,8\"]");
        assertEquals(
                3,
                settings("--zones", file.toString(), "--zone", "1,1,1,1")
                        .zones()
                        .size());
    }

    @Test
    void refusesZonesThatNobodyDrew() {
        assertThrows(IllegalArgumentException.class, () -> settings("--mask", "zone"));
        assertThrows(IllegalArgumentException.class, () -> settings("--mask", "logo"));
    }

    @Test
    void optionsWinOverTheProfile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("p.yaml"),
                "version: 1\nname: mine\nmasks: {face: {style: blur, margin: 1}, zone: {style: mosaic}}\n");
        AnalysisSettings profile = settings("--profile", file.toString(), "--zone", "1,2,3,4");
        assertEquals("mine", profile.profile());
        assertEquals(new MaskRule(MaskStyle.BLUR, 1), profile.rules().get(TargetKind.FACE));
        assertEquals(new MaskRule(MaskStyle.MOSAIC, 0), profile.rules().get(TargetKind.ZONE));
        AnalysisSettings own = settings("--profile", file.toString(), "--style", "solid");
        assertEquals(new MaskRule(MaskStyle.SOLID, 1), own.rules().get(TargetKind.FACE));
        assertFalse(own.rules().containsKey(TargetKind.ZONE));
        assertEquals("", settings().profile());
    }
}

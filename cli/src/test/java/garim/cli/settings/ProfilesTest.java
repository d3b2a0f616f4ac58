package garim.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.pipeline.AnalysisSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles say what they should, and a wrong one never starts. */
final class ProfilesTest {
    private static final Path SCHEMA = Path.of("..", "docs", "schema", "profile-1.schema.json");

    @TempDir
    private Path folder;

    static List<String> names() {
        return Profiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyShippedProfileFollowsTheSchemaAndSpeaksThreeLanguages(String name) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
        assertEquals(List.of(), schema.validate(Profiles.source(name), InputFormat.YAML));
        Profile profile = Profiles.find(name);
        assertEquals(name, profile.name());
        for (String language : List.of("en", "ko", "id")) {
            assertFalse(profile.summary(Locale.of(language)).isBlank());
            assertFalse(profile.why(Locale.of(language)).isBlank());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "apartment, PLATE",
        "bank, TEXT",
        "school,",
        "hospital, TEXT LOGO",
        "hotel, PLATE TEXT",
        "golf, PLATE",
        "store, PLATE TEXT LOGO",
        "parking, PLATE",
        "public, PLATE TEXT LOGO",
        "subway,"
    })
    void masksFacesHeadsPeopleAndWhatTheSectorNeeds(String name, String further) {
        Set<TargetKind> expected = EnumSet.of(TargetKind.FACE, TargetKind.HEAD, TargetKind.PERSON);
        Stream.ofNullable(further)
                .flatMap(kinds -> Stream.of(kinds.split(" ", -1)))
                .map(TargetKind::valueOf)
                .forEach(expected::add);
        assertEquals(expected, Profiles.find(name).rules().keySet());
    }

    @Test
    void writingAndPlatesAreSolidInEveryProfile() {
        for (String name : Profiles.names()) {
            Profiles.find(name).rules().forEach((kind, rule) -> assertEquals(AnalysisSettings.usualRule(kind), rule));
        }
    }

    @Test
    void aSchoolLooksForEverybody() {
        assertEquals(Heads.ALL, Profiles.find("school").heads());
        assertEquals(Heads.SEEN, Profiles.find("SUBWAY").heads());
    }

    private Profile own(String ending, String text) throws IOException {
        return Profiles.find(
                Files.writeString(folder.resolve("mine" + ending), text).toString());
    }

    @Test
    void facesAndHeadsAreMaskedThoughAFileForgetsThem() throws IOException {
        Profile profile = own(".yaml", "version: 1\nname: lobby\nmasks:\n  plate:\n");
        assertEquals(
                Set.of(TargetKind.FACE, TargetKind.HEAD, TargetKind.PLATE),
                profile.rules().keySet());
        assertEquals(Heads.SEEN, profile.heads());
        assertEquals("", profile.why(Locale.ENGLISH));
    }

    @Test
    void onlyAFileThatSaysSoLeavesFacesClear() throws IOException {
        Profile profile = own(".yaml", "version: 1\nname: road\nmasks: {plate: {}}\nwithoutFaces: true\n");
        assertEquals(Set.of(TargetKind.PLATE), profile.rules().keySet());
    }

    @Test
    void readsJsonAndWhatItSetsItself() throws IOException {
        Profile profile = own(
                ".json",
                "{\"version\": 1, \"name\": \"hall\", \"heads\": \"ALL\","
                        + " \"masks\": {\"FACE\": {\"style\": \"blur\"}, \"text\": {\"margin\": 1.5}}}");
        assertEquals(new MaskRule(MaskStyle.BLUR, 0.25), profile.rules().get(TargetKind.FACE));
        assertEquals(new MaskRule(MaskStyle.SOLID, 1.5), profile.rules().get(TargetKind.TEXT));
        assertEquals(Heads.ALL, profile.heads());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 1|version: 2|version 1",
                "version: 1|verison: 1|line 1: at \"verison\"",
                "name: lobby|name: ''|name",
                "name: lobby|nome: lobby|line 2: at \"nome\"",
                "heads: seen|heads: some|line 6: at \"heads\": \"some\" is none of [seen, all]",
                "face: {}|nose: {}|nose",
                "face: {}|face: {styl: blur}|at \"masks.face.styl\"",
                "face: {}|face: {style: glitter}|none of [mosaic, blur, solid]",
                "face: {}|face: {margin: 7}|masks.face",
                "face: {}|face: {margin: wide}|line 4",
                "face: {}|face: [|line",
                "heads: seen|withoutFaces: true|withoutFaces",
                "heads: seen|name: hall|name",
                "heads: seen|why: {fr: car}|why",
                "heads: seen|why: car|why",
            })
    void refusesAWrongFileAndSaysWhere(String good, String bad, String reason) {
        String text = "version: 1\nname: lobby\nmasks:\n  face: {}\n  plate: {}\nheads: seen\n";
        assertTrue(text.contains(good));
        SettingsException refusal = assertThrows(SettingsException.class, () -> own(".yaml", text.replace(good, bad)));
        assertEquals(SettingsErrorCode.PROFILE_INVALID, refusal.code());
        assertTrue(refusal.detail().contains(reason), refusal.detail());
        assertEquals(1, refusal.detail().lines().count(), refusal.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "hello", "version: 1\nname: a\nmasks: {}\n", "version: 1\nname: a\n"})
    void refusesWhatIsNoProfileAtAll(String text) {
        assertEquals(
                SettingsErrorCode.PROFILE_INVALID,
                assertThrows(SettingsException.class, () -> own(".yaml", text)).code());
    }

    @Test
    void namesTheProfilesWhenOneIsUnknown() {
        SettingsException missing = assertThrows(SettingsException.class, () -> Profiles.find("prison"));
        assertEquals(SettingsErrorCode.PROFILE_MISSING, missing.code());
        assertTrue(missing.detail().contains("school"));
    }
}

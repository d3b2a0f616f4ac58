package garim.cli.settings;

import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.pipeline.AnalysisSettings;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as text; the format is described by {@code docs/schema/profile-1.schema.json}. Faces and heads are masked
 * whether the text names them or not, unless it says {@code withoutFaces: true}.
 */
final class ProfileText {
    private static final int VERSION = 1;
    private static final Set<TargetKind> ALWAYS = EnumSet.of(TargetKind.FACE, TargetKind.HEAD);
    private static final Set<String> LANGUAGES = Set.of("en", "ko", "id");

    private ProfileText() {}

    /** A profile as it is written. */
    private record Written(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable Map<String, String> summary,
            @Nullable Map<String, String> why,
            @Nullable Map<TargetKind, @Nullable WrittenRule> masks,
            @Nullable Heads heads,
            @Nullable Boolean withoutFaces,
            @Nullable LinkedHashMap<String, Map<String, String>> reasons) {}

    /** How a kind is covered, as it is written. */
    private record WrittenRule(
            @Nullable MaskStyle style, @Nullable Double margin) {
        MaskRule onTopOf(MaskRule usual) {
            return new MaskRule(
                    Objects.requireNonNullElse(style, usual.style()),
                    Objects.requireNonNullElse(margin, usual.margin()));
        }
    }

    /**
     * Reads a profile.
     *
     * @param subject its file, for errors
     * @throws SettingsException PROFILE_INVALID
     */
    static Profile parse(String subject, String text) {
        try {
            return checked(SettingsText.read(subject, text, Written.class));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(SettingsErrorCode.PROFILE_INVALID, subject, String.valueOf(e.getMessage()), e);
        }
    }

    private static Profile checked(Written written) {
        if (!Objects.equals(written.version(), VERSION)) {
            throw new IllegalArgumentException("at \"version\": this program reads version " + VERSION);
        }
        String name = written.name() == null ? "" : written.name();
        if (!name.matches("[\\p{L}\\d][\\p{L}\\d _-]{0,39}")) {
            throw new IllegalArgumentException("at \"name\": write a name of letters and digits");
        }
        return new Profile(
                name,
                texts("summary", written.summary()),
                texts("why", written.why()),
                rules(written),
                written.heads() == null ? Heads.SEEN : written.heads(),
                written.reasons() == null ? Reasons.usual() : new Reasons(written.reasons()));
    }

    private static Map<String, String> texts(String key, @Nullable Map<String, String> written) {
        Map<String, String> texts = written == null ? Map.of() : written;
        if (!LANGUAGES.containsAll(texts.keySet()) || texts.values().stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(
                    "at \"" + key + "\": write texts under en, ko and id, not under " + new TreeMap<>(texts).keySet());
        }
        return texts;
    }

    private static Map<TargetKind, MaskRule> rules(Written written) {
        if (written.masks() == null || written.masks().isEmpty()) {
            throw new IllegalArgumentException("at \"masks\": name at least one kind, as in \"masks: {face: {}}\"");
        }
        Map<TargetKind, MaskRule> rules = new EnumMap<>(TargetKind.class);
        written.masks().forEach((kind, rule) -> rules.put(kind, rule(kind, rule)));
        if (!Boolean.TRUE.equals(written.withoutFaces())) {
            ALWAYS.forEach(kind -> rules.putIfAbsent(kind, AnalysisSettings.usualRule(kind)));
        } else if (rules.containsKey(TargetKind.FACE)) {
            throw new IllegalArgumentException("at \"withoutFaces\": it says true, and \"masks\" names face");
        }
        return rules;
    }

    private static MaskRule rule(TargetKind kind, @Nullable WrittenRule written) {
        MaskRule usual = AnalysisSettings.usualRule(kind);
        try {
            return written == null ? usual : written.onTopOf(usual);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "at \"masks." + kind.name().toLowerCase(Locale.ROOT) + "\": " + e.getMessage(), e);
        }
    }
}

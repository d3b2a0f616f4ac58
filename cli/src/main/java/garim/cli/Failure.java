package garim.cli;

import garim.cli.export.ExportException;
import garim.cli.settings.SettingsException;
import garim.engine.frame.EngineException;
import garim.models.ModelException;
import garim.paper.PaperException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Why one input failed.
 *
 * @param code stable code
 * @param subject the file it is about
 * @param detail technical reason in English
 */
record Failure(String code, String subject, String detail) {
    private static final Pattern JAVA_NAME =
            Pattern.compile("java\\.[\\w.]+\\.(?:IO|UncheckedIO|FileSystem)Exception: ");

    static Failure of(EngineException e) {
        return new Failure(e.code().name(), e.subject(), plain(e.detail()));
    }

    static Failure of(ModelException e) {
        return new Failure(e.code().name(), e.subject(), Objects.requireNonNullElse(e.getMessage(), ""));
    }

    static Failure of(ExportException e) {
        return new Failure(e.code().name(), e.subject(), plain(e.detail()));
    }

    static Failure of(PaperException e) {
        return new Failure(e.code().name(), e.subject(), e.detail());
    }

    static Failure of(SettingsException e) {
        return new Failure(e.code().name(), e.subject(), e.detail());
    }

    /** Without the Java names of what went wrong, which say nothing to people. */
    private static String plain(String detail) {
        return JAVA_NAME.matcher(detail).replaceAll("");
    }

    /** The sentence for people. */
    String sentence(Messages messages) {
        return messages.text("error." + code, subject, detail.isEmpty() ? "-" : detail);
    }
}

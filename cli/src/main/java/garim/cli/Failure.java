package garim.cli;

import garim.cli.export.ExportException;
import garim.cli.settings.SettingsException;
import garim.engine.frame.EngineException;
import garim.models.ModelException;
import garim.paper.PaperException;
import java.util.Objects;

/**
 * Why one input failed.
 *
 * @param code stable code
 * @param subject the file it is about
 * @param detail technical reason in English
 */
record Failure(String code, String subject, String detail) {
    static Failure of(EngineException e) {
        return new Failure(e.code().name(), e.subject(), e.detail());
    }

    static Failure of(ModelException e) {
        return new Failure(e.code().name(), e.subject(), Objects.requireNonNullElse(e.getMessage(), ""));
    }

    static Failure of(ExportException e) {
        return new Failure(e.code().name(), e.subject(), e.detail());
    }

    static Failure of(PaperException e) {
        return new Failure(e.code().name(), e.subject(), e.detail());
    }

    static Failure of(SettingsException e) {
        return new Failure(e.code().name(), e.subject(), e.detail());
    }

    /** The sentence for people. */
    String sentence(Messages messages) {
        return messages.text("error." + code, subject, detail.isEmpty() ? "-" : detail);
    }
}

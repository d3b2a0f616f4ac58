package garim.engine.frame;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What came of trying to use something that a machine may have.
 *
 * @param name of what was tried
 * @param outcome how it went
 * @param detail why it cannot be used; empty when it can
 */
public record Trial(String name, Outcome outcome, String detail) {
    /** How a trial went. */
    public enum Outcome {
        /** It can be used. */
        WORKS,
        /** The library was built without it, so nobody expects it. */
        ABSENT,
        /** The library has it, and it failed. */
        FAILS
    }

    public Trial {
        Objects.requireNonNull(name);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(detail);
    }

    /** It can be used. */
    public static Trial works(String name) {
        return new Trial(name, Outcome.WORKS, "");
    }

    /** The library was built without it. */
    public static Trial absent(String name, String detail) {
        return new Trial(name, Outcome.ABSENT, detail);
    }

    /** The library has it, and it failed. */
    public static Trial fails(String name, String detail) {
        return new Trial(name, Outcome.FAILS, detail);
    }

    /** True when it can be used. */
    public boolean isUsable() {
        return outcome == Outcome.WORKS;
    }

    /** Several in one line, those that cannot be used with the reason. */
    public static String line(List<Trial> trials) {
        return trials.stream()
                .map(trial -> trial.name() + (trial.isUsable() ? "" : " - (" + trial.detail() + ")"))
                .collect(Collectors.joining(", "));
    }
}

package garim.engine.zone;

import java.util.List;
import java.util.Objects;

/**
 * A zone is an area that a person drew. It is masked in every frame from its first step to the end of its last one;
 * from each step to the next it moves evenly.
 *
 * @param text as the person wrote it, for messages
 * @param steps at least one, in rising order of time, all with as many corners
 */
public record Zone(String text, List<ZoneStep> steps) {
    public Zone {
        Objects.requireNonNull(text);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a zone needs a step");
        }
        for (int i = 1; i < steps.size(); i++) {
            requireSuccession(steps.get(i - 1), steps.get(i));
        }
    }

    private static void requireSuccession(ZoneStep before, ZoneStep after) {
        if (!(after.fromSeconds() > before.toSeconds())) {
            throw new IllegalArgumentException("the time does not rise from step to step");
        }
        if (after.shape().corners().size() != before.shape().corners().size()) {
            throw new IllegalArgumentException("a zone that moves keeps its number of corners");
        }
    }

    double fromSeconds() {
        return steps.getFirst().fromSeconds();
    }

    double toSeconds() {
        return steps.getLast().toSeconds();
    }
}

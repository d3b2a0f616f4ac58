package garim.cli;

import garim.engine.frame.MaskPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Finds the plan that a person means, and the video beside it. */
final class PlanNames {
    private PlanNames() {}

    /** The plan itself, or that of a video which was named in its place. */
    static Path plan(Path named) {
        Path beside = named.resolveSibling(named.getFileName() + OutputNames.PLAN_ENDING);
        boolean isPlan = named.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        return !isPlan && Files.exists(beside) ? beside : named;
    }

    /** The video of a plan where it lies beside it under the name that it had. */
    static Optional<Path> video(Path planFile, MaskPlan plan) {
        // the name comes from a file that somebody else may have written; only a plain name is followed
        Path name = Path.of(plan.input().name()).getFileName();
        return Optional.ofNullable(name).map(planFile::resolveSibling).filter(Files::isRegularFile);
    }
}

package garim.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where results go: beside the input unless the user says otherwise. */
final class OutputNames {
    /** What the name of a masked file has before its ending. */
    static final String MARK = ".masked";

    /** What the name of a plan ends with. */
    static final String PLAN_ENDING = ".garim-plan.json";

    /** What the name of a certificate ends with. */
    static final String CERTIFICATE_ENDING = ".garim-certificate.json";

    /** What the name of a certificate's page for people ends with. */
    static final String PAGE_ENDING = ".garim-certificate.pdf";

    private static final Set<String> KEPT_ENDINGS = Set.of("mp4", "m4v", "mov", "mkv");

    private final Optional<Path> chosen;
    private final boolean folder;

    /**
     * Names for a run.
     *
     * @param chosen what the user gave with {@code -o}
     * @param inputs all inputs; with more than one, the choice can only be a folder
     */
    private OutputNames(Optional<Path> chosen, List<Path> inputs) {
        this.chosen = chosen;
        this.folder = inputs.size() > 1
                || inputs.stream().anyMatch(Files::isDirectory)
                || chosen.filter(Files::isDirectory).isPresent();
    }

    /**
     * Names for a run whose choice makes sense.
     *
     * @throws IllegalArgumentException when several inputs are to go to one file
     */
    static OutputNames forRun(Optional<Path> chosen, List<Path> inputs, Messages messages) {
        OutputNames names = new OutputNames(chosen, inputs);
        if (names.folder && chosen.isPresent() && !Files.isDirectory(chosen.get())) {
            throw new IllegalArgumentException(messages.text("usage.folder", chosen.get()));
        }
        return names;
    }

    /** The masked copy of an input; mp4 unless the input's own container can hold the output. */
    Path masked(Path input) {
        String ending = endingOf(input).toLowerCase(Locale.ROOT);
        // Two inputs that differ only in their ending must not meet in one output, so a lost ending stays in the name.
        String name = KEPT_ENDINGS.contains(ending)
                ? baseName(input) + MARK + "." + ending
                : input.getFileName() + MARK + ".mp4";
        return place(input, name);
    }

    /** The plan of an input. */
    Path plan(Path input) {
        return place(input, input.getFileName() + PLAN_ENDING);
    }

    private Path place(Path input, String name) {
        if (chosen.isEmpty()) {
            return input.resolveSibling(name);
        }
        return folder ? chosen.get().resolve(name) : chosen.get();
    }

    private static String endingOf(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 1 ? "" : name.substring(dot + 1);
    }

    private static String baseName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }
}

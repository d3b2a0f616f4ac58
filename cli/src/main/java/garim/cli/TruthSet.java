package garim.cli;

import garim.cli.evaluate.ClipTruth;
import garim.cli.evaluate.ScoredKind;
import garim.cli.evaluate.TruthReader;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A truth set is a folder of clips or pictures with ground truth: {@code annotations.csv}, {@code scope.csv} and
 * {@code clips/}, or {@code gt.csv} and {@code images/}.
 *
 * @param name name of the folder
 * @param media where the clips or pictures lie
 * @param clips what a person saw in each
 */
record TruthSet(String name, Path media, List<ClipTruth> clips) {
    /**
     * The set in a folder, or the sets in its subfolders, that say something about targets of these kinds.
     *
     * @throws EngineException INPUT_MISSING when there is no such folder
     */
    static List<TruthSet> in(Path folder, List<ScoredKind> kinds) {
        Optional<TruthSet> itself = read(folder, kinds);
        if (itself.isPresent()) {
            return List.of(itself.get());
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .sorted()
                    .flatMap(child -> read(child, kinds).stream())
                    .toList();
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, folder.toString(), "no such folder", e);
        }
    }

    private static Optional<TruthSet> read(Path folder, List<ScoredKind> kinds) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        if (Files.exists(folder.resolve("annotations.csv"))) {
            List<ClipTruth> clips =
                    TruthReader.clips(folder.resolve("annotations.csv"), folder.resolve("scope.csv")).stream()
                            .filter(clip -> concerns(clip, kinds))
                            .toList();
            return Optional.of(new TruthSet(name, folder.resolve("clips"), clips));
        }
        if (Files.exists(folder.resolve("gt.csv"))) {
            return pictures(folder, name, kinds);
        }
        return Optional.empty();
    }

    /** A set of pictures on which there is nothing at all is complete for every kind; of others only recall is known. */
    private static Optional<TruthSet> pictures(Path folder, String name, List<ScoredKind> kinds) {
        List<ClipTruth> pictures = TruthReader.pictures(folder.resolve("gt.csv"), Set.of());
        boolean empty = pictures.stream().allMatch(TruthSet::isEmpty);
        if (empty) {
            pictures = TruthReader.pictures(
                    folder.resolve("gt.csv"),
                    kinds.stream().map(ScoredKind::word).collect(Collectors.toSet()));
        }
        boolean concerned = empty || pictures.stream().anyMatch(clip -> concerns(clip, kinds));
        return concerned ? Optional.of(new TruthSet(name, folder.resolve("images"), pictures)) : Optional.empty();
    }

    private static boolean isEmpty(ClipTruth clip) {
        return clip.frames().stream().allMatch(frame -> frame.targets().isEmpty());
    }

    private static boolean concerns(ClipTruth clip, List<ScoredKind> kinds) {
        return kinds.stream().anyMatch(kind -> kind.concerns(clip));
    }
}

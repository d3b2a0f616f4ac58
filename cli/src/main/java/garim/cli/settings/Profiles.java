package garim.cli.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The profiles that come with the program, and those that operators write. */
public final class Profiles {
    private static final List<String> NAMES =
            List.of("apartment", "bank", "school", "hospital", "hotel", "golf", "store", "parking", "public", "subway");

    private Profiles() {}

    /** The names of the profiles that come with the program. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The profile of a name, or the one in a file.
     *
     * @throws SettingsException PROFILE_MISSING when there is neither, PROFILE_INVALID when the file is no profile
     */
    public static Profile find(String nameOrFile) {
        return ProfileText.parse(fileName(nameOrFile), source(nameOrFile));
    }

    /** The text of a profile as it is written; exceptions as {@link #find}. */
    public static String source(String nameOrFile) {
        String name = nameOrFile.toLowerCase(Locale.ROOT);
        return NAMES.contains(name) ? shipped(name) : own(nameOrFile);
    }

    private static String fileName(String nameOrFile) {
        String name = nameOrFile.toLowerCase(Locale.ROOT);
        return NAMES.contains(name) ? name + ".yaml" : nameOrFile;
    }

    private static String shipped(String name) {
        try (InputStream in = Profiles.class.getResourceAsStream("/garim/cli/profiles/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its profile " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String own(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            boolean isThere = Files.exists(Path.of(file));
            throw new SettingsException(
                    isThere ? SettingsErrorCode.PROFILE_INVALID : SettingsErrorCode.PROFILE_MISSING,
                    file,
                    isThere ? "not readable as text" : String.join(", ", NAMES),
                    e);
        }
    }
}

package garim.cli;

import garim.cli.settings.Profile;
import garim.cli.settings.Profiles;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that takes what is masked, and how, from a profile. */
final class ProfileOptions {
    @Option(names = "--profile", paramLabel = "NAME|FILE", completionCandidates = Names.class)
    Optional<String> profile = Optional.empty();

    /** The profile that was named; SettingsException when there is none. */
    Optional<Profile> find() {
        return profile.map(Profiles::find);
    }

    /** The names that need no file, for help texts and shells. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Profiles.names().iterator();
        }
    }
}

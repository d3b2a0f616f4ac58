package garim.cli;

import garim.cli.settings.Profiles;
import garim.cli.settings.Reasons;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where the list of reasons comes from. */
final class ReasonOptions {
    @Option(names = "--profile", paramLabel = "PROFILE", descriptionKey = "reasons-profile")
    private Optional<String> profile = Optional.empty();

    /** The reasons of the profile, or those that come with the program. */
    Reasons reasons() {
        return profile.map(name -> Profiles.find(name).reasons()).orElseGet(Reasons::usual);
    }
}

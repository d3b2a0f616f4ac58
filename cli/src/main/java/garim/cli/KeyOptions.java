package garim.cli;

import garim.engine.proof.certificate.Keyring;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the signing key is: in the folder of the user's settings unless the user or {@code GARIM_KEYS} says otherwise. */
final class KeyOptions {
    @Option(
            names = "--keys",
            paramLabel = "FOLDER",
            defaultValue = "${env:GARIM_KEYS:-${env:XDG_CONFIG_HOME:-${sys:user.home}/.config}/garim/keys}")
    private Path folder = Path.of("");

    Keyring keyring() {
        return new Keyring(folder);
    }
}

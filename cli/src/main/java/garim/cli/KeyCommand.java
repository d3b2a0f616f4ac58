package garim.cli;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.proof.certificate.Keyring;
import garim.engine.proof.certificate.PublicIdentity;
import garim.engine.proof.certificate.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim key}: shows, exports or replaces the key that signs certificates. */
@Command(name = "key", resourceBundle = GarimCommand.HELP)
final class KeyCommand implements Callable<Integer> {
    /** What is done with the key. */
    enum Action {
        /** Tells its id, where it is, and which keys were there before. */
        SHOW,
        /** Prints its public half. */
        EXPORT,
        /** Makes a new one. */
        ROTATE
    }

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "garim.key.output")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--compromised")
    private boolean compromised;

    @Parameters(paramLabel = "ACTION", descriptionKey = "garim.key.ACTION")
    private Action action = Action.SHOW;

    private final Console console;

    KeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Keyring keyring = keys.keyring();
        switch (action) {
            case SHOW -> show(keyring, keyring.require());
            case EXPORT -> export(keyring.require().publicKey());
            case ROTATE -> show(keyring, keyring.rotate(!compromised));
        }
        return ExitCode.OK;
    }

    private void show(Keyring keyring, SigningKey key) {
        List<String> retired =
                keyring.retired().stream().map(PublicIdentity::id).toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("keyId", key.publicKey().id());
        facts.put("folder", keyring.folder().toString());
        facts.put("publicKey", key.publicKey().encoded());
        facts.put(
                "vouchedForBy",
                key.lineage().stream().map(each -> each.by().id()).toList());
        facts.put("retired", retired);
        Messages messages = console.messages();
        String before = retired.isEmpty() ? messages.text("none") : String.join(", ", retired);
        console.reporter(common.json)
                .done("key", facts, messages.text("key.shown", key.publicKey().id(), keyring.folder(), before));
    }

    private void export(PublicIdentity key) {
        if (output.isEmpty()) {
            console.out().print(key.pem());
            console.out().flush();
            return;
        }
        Path file = output.get();
        try {
            Files.writeString(file, key.pem(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }
}

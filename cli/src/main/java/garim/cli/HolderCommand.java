package garim.cli;

import garim.engine.seal.HolderKeys;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code garim holder}: makes the keys of somebody who is to hold a share of seals. */
@Command(name = "holder", resourceBundle = GarimCommand.HELP)
final class HolderCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", descriptionKey = "holder.NAME")
    private Path name = Path.of("");

    private final Console console;

    HolderCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path secret = name.resolveSibling(name.getFileName() + ".key");
        Path open = name.resolveSibling(name.getFileName() + ".pem");
        HolderKeys.create(secret, open);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("privateKey", secret.toString());
        facts.put("publicKey", open.toString());
        console.reporter(common.json).done("holder", facts, console.messages().text("holder", secret, open));
        return ExitCode.OK;
    }
}

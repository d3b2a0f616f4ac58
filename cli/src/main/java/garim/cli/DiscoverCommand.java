package garim.cli;

import garim.live.LiveException;
import garim.live.config.TextOf;
import garim.live.onvif.Discovery;
import garim.live.onvif.OnvifCamera;
import garim.live.onvif.OnvifClient;
import garim.live.onvif.OnvifLogin;
import garim.live.onvif.OnvifStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim live discover}: finds cameras on the local network and the addresses of their streams. */
@Command(name = "discover", resourceBundle = GarimCommand.HELP)
final class DiscoverCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--wait", paramLabel = "TIME", defaultValue = "3s", descriptionKey = "discover.wait")
    private String wait = "";

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "discover.user")
    private Optional<String> user = Optional.empty();

    @Option(names = "--camera-password", paramLabel = "FILE", descriptionKey = "discover.password")
    private Optional<Path> password = Optional.empty();

    @Parameters(arity = "0..*", paramLabel = "ADDRESS", descriptionKey = "discover.ADDRESS")
    private List<URI> addresses = new ArrayList<>();

    private final Console console;

    DiscoverCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Reporter reporter = console.reporter(common.json);
        List<OnvifCamera> cameras = addresses.isEmpty()
                ? new Discovery(Discovery.EVERYBODY, console.nanoTime()).search(TextOf.duration(wait))
                : addresses.stream()
                        .map(address -> new OnvifCamera("", "", List.of(address)))
                        .toList();
        if (cameras.isEmpty()) {
            reporter.warn("", console.messages().text("discover.none"));
        }
        boolean all = true;
        for (OnvifCamera camera : cameras) {
            all &= tell(camera, reporter);
        }
        return all && !cameras.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    /** Tells of a camera; false when it did not tell its streams. */
    private boolean tell(OnvifCamera camera, Reporter reporter) {
        URI service = camera.services().getFirst();
        Optional<OnvifLogin> login = user.map(
                name -> new OnvifLogin(name, password.map(SecretFile::read).orElse("")));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", camera.name());
        facts.put("model", camera.model());
        facts.put("service", service.toString());
        StringBuilder sentence = new StringBuilder(
                console.messages().text("discover.camera", service.toString(), camera.name(), camera.model()));
        try {
            List<OnvifStream> streams = new OnvifClient(service, login, InstantSource.system(), PATIENCE).streams();
            facts.put("streams", streams.stream().map(DiscoverCommand::facts).toList());
            streams.forEach(stream -> sentence.append(System.lineSeparator()).append(line(stream)));
            reporter.done("camera", facts, sentence.toString());
            return true;
        } catch (LiveException e) {
            reporter.done("camera", facts, sentence.toString());
            reporter.warn(
                    service.toString(), console.messages().text("live." + e.code(), String.valueOf(e.getMessage())));
            return false;
        }
    }

    private static Map<String, Object> facts(OnvifStream stream) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("profile", stream.profile());
        facts.put("codec", stream.codec());
        facts.put("width", stream.width());
        facts.put("height", stream.height());
        facts.put("address", stream.address().toString());
        return facts;
    }

    private static String line(OnvifStream stream) {
        return "  %s  %s %dx%d  %s"
                .formatted(stream.address(), stream.codec(), stream.width(), stream.height(), stream.profile());
    }
}

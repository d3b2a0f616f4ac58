package garim.cli;

import garim.engine.media.CameraSource;
import garim.engine.pipeline.LiveSettings;
import garim.engine.seal.HolderKeys;
import garim.live.LiveClock;
import garim.live.LiveEvent;
import garim.live.camera.CameraSettings;
import garim.live.camera.Feed;
import garim.live.camera.NetworkFeed;
import garim.live.camera.RecordedFeed;
import garim.live.config.CameraConfig;
import garim.live.config.LiveConfig;
import garim.live.config.StoresConfig;
import garim.live.config.TextOf;
import garim.live.health.EventSentences;
import garim.live.health.HealthJson;
import garim.live.rtsp.Login;
import garim.live.rtsp.RtspSettings;
import garim.live.station.Station;
import garim.live.station.StationSettings;
import garim.live.station.Stores;
import garim.live.view.ViewLogin;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim live}: masks cameras in real time. */
@Command(name = "live", resourceBundle = GarimCommand.HELP)
final class LiveCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long WATCH_MILLIS = 200;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private AnalysisOptions analysis = new AnalysisOptions();

    @Option(names = "--view", paramLabel = "[HOST]:PORT", defaultValue = "127.0.0.1:8080")
    private String view = "";

    @Option(names = "--rtsp", paramLabel = "[HOST]:PORT")
    private Optional<String> rtsp = Optional.empty();

    @Option(names = "--record", paramLabel = "FOLDER")
    private Optional<Path> record = Optional.empty();

    @Option(names = "--delay", paramLabel = "TIME", defaultValue = "400ms")
    private String delay = "";

    @Option(names = "--transport", paramLabel = "HOW", defaultValue = "TCP")
    private CameraSource.Transport transport = CameraSource.Transport.TCP;

    @Option(names = "--user", paramLabel = "NAME")
    private Optional<String> user = Optional.empty();

    @Option(names = "--camera-password", paramLabel = "FILE")
    private Optional<Path> password = Optional.empty();

    @Parameters(arity = "0..*", paramLabel = "SOURCE", descriptionKey = "SOURCE")
    private List<String> sources = new ArrayList<>();

    private final Console console;

    LiveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (sources.isEmpty()) {
            // Not required of the command line, since "garim live discover" names no source.
            throw new IllegalArgumentException(console.messages().text("live.nothing"));
        }
        // Else the server would tell on the error stream that it runs.
        Logger server = Logger.getLogger("io.helidon");
        server.setLevel(Level.WARNING);
        if (sources.size() == 1 && sources.getFirst().matches(".*\\.ya?ml")) {
            runConfigured(Path.of(sources.getFirst()));
        } else {
            runNamed();
        }
        return ExitCode.OK;
    }

    private void runNamed() throws InterruptedException {
        LiveSettings masking = LiveSettings.of(analysis.settings(), TextOf.duration(delay));
        StationSettings.View shown = shown(TextOf.address(view), ViewLogin.NONE);
        List<Feed.Source> feeds = sources.stream().map(this::feed).toList();
        try (LoadedDetectors detectors = analysis.loadForCameras()) {
            List<CameraSettings> cameras = new ArrayList<>();
            for (Feed.Source feed : feeds) {
                String name = "camera" + (cameras.size() + 1);
                cameras.add(camera(name, feed, detectors, masking, CameraSettings.DEFAULT_QUANTIZER));
            }
            Stores stores = new Stores(record.map(Stores.Recording::into), Optional.empty());
            Optional<RtspSettings> players = rtsp.map(TextOf::address)
                    .map(address -> RtspSettings.usual(
                            new InetSocketAddress(address.host(), address.port()), Optional.empty()));
            run(new StationSettings(cameras, Optional.of(shown), players, stores, cores()));
        }
    }

    private void runConfigured(Path file) throws InterruptedException {
        LiveConfig config = LiveConfig.read(file, camera -> CameraMasking.settings(camera.masking()));
        StationSettings.View shown =
                config.view().map(LiveCommand::shown).orElseGet(() -> shown(TextOf.address(view), ViewLogin.NONE));
        try (CameraMasking masking = new CameraMasking()) {
            List<CameraSettings> cameras = new ArrayList<>();
            for (CameraConfig camera : config.cameras()) {
                LiveSettings settings = LiveSettings.of(CameraMasking.settings(camera.masking()), camera.delay())
                        .withRotation(camera.rotation());
                cameras.add(camera(
                        camera.name(),
                        feed(camera.place()),
                        masking.detectors(camera.masking()),
                        settings,
                        camera.quality()));
            }
            run(new StationSettings(
                    cameras,
                    Optional.of(shown),
                    config.rtsp().map(LiveCommand::served),
                    stores(config.stores()),
                    config.workers().orElse(cores())));
        }
    }

    private static StationSettings.View shown(LiveConfig.View view) {
        return shown(
                view.address(),
                view.login()
                        .map(login -> ViewLogin.of(login.user(), login.password()))
                        .orElse(ViewLogin.NONE));
    }

    private static StationSettings.View shown(TextOf.Address address, ViewLogin login) {
        return new StationSettings.View(address.host(), address.port(), login);
    }

    private static RtspSettings served(LiveConfig.View rtsp) {
        return RtspSettings.usual(
                new InetSocketAddress(rtsp.address().host(), rtsp.address().port()),
                rtsp.login().map(login -> new Login(login.user(), login.password())));
    }

    private static Stores stores(StoresConfig config) {
        return new Stores(
                config.record(),
                config.vault()
                        .map(wanted -> new Stores.Sealing(
                                wanted.folder(),
                                wanted.holders().stream()
                                        .map(HolderKeys::readPublic)
                                        .toList(),
                                wanted.zone(),
                                wanted.segment(),
                                wanted.keepFor(),
                                wanted.spare())));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static CameraSettings camera(
            String name, Feed.Source feed, LoadedDetectors detectors, LiveSettings masking, int quantizer) {
        return new CameraSettings(name, feed, detectors.uses(), masking, quantizer, List.of(), List.of());
    }

    private void run(StationSettings settings) throws InterruptedException {
        try (Station station = Station.start(settings, LiveClock.SYSTEM, teller())) {
            station.port().ifPresent(port -> console.err()
                    .println(console.messages().text("live.view", shownAt(settings, port))));
            station.rtspPort().ifPresent(port -> settings.cameras().forEach(camera -> console.err()
                    .println(console.messages().text("live.rtsp", "rtsp://localhost:" + port + "/" + camera.name()))));
            while (!console.interruption().isRequested()) {
                Thread.sleep(WATCH_MILLIS);
            }
        }
    }

    private static String shownAt(StationSettings settings, int port) {
        String host = settings.view().map(StationSettings.View::host).orElse("localhost");
        return "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port + "/";
    }

    private Consumer<LiveEvent> teller() {
        if (common.json) {
            HealthJson json = new HealthJson();
            return event -> console.out().println(json.event(event));
        }
        EventSentences sentences = new EventSentences(console.messages().locale());
        return event -> console.err()
                .println(CLOCK.format(event.at().atZone(ZoneId.systemDefault())) + " " + sentences.of(event));
    }

    private static Feed.Source feed(CameraConfig.Place place) {
        return switch (place) {
            case CameraConfig.Place.Network(CameraSource.Network camera) -> NetworkFeed.of(camera);
            case CameraConfig.Place.Recorded(Path path) -> RecordedFeed.of(path, LiveClock.SYSTEM);
        };
    }

    private Feed.Source feed(String source) {
        if (!source.contains("://")) {
            Path place = Path.of(source);
            if (!Files.exists(place)) {
                throw new IllegalArgumentException(console.messages().text("live.source", source));
            }
            return RecordedFeed.of(place, LiveClock.SYSTEM);
        }
        URI address = URI.create(source);
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(console.messages().text("live.password"));
        }
        return NetworkFeed.of(new CameraSource.Network(address, login(), transport, PATIENCE));
    }

    private Optional<CameraSource.Login> login() {
        return user.map(name ->
                new CameraSource.Login(name, password.map(SecretFile::read).orElse("")));
    }
}

package garim.live.config;

import garim.engine.detect.onnx.DeviceWish;
import garim.engine.frame.Rotation;
import garim.engine.media.CameraSource;
import garim.engine.pipeline.LiveSettings;
import garim.live.LiveException;
import garim.live.camera.CameraSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The configuration of a live program; {@code docs/live.md} describes the file. A password is read and never written, neither
 * into texts nor into errors.
 *
 * @param cameras at least one
 * @param view where they are shown; empty for nowhere
 * @param rtsp how players are served; empty for not at all
 * @param stores what is recorded and sealed
 * @param device where networks run
 * @param workers threads on which detectors look; empty for one a core
 */
public record LiveConfig(
        List<CameraConfig> cameras,
        Optional<View> view,
        Optional<View> rtsp,
        StoresConfig stores,
        DeviceWish device,
        OptionalInt workers) {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_WORKERS = 256;
    private static final int MOST_QUANTIZER = 51;
    private static final int MOST_DEGREES = 270;

    /**
     * Where cameras are shown.
     *
     * @param address to listen at
     * @param login who may watch; empty for everybody
     */
    public record View(TextOf.Address address, Optional<CameraSource.Login> login) {
        public View {
            Objects.requireNonNull(address);
            Objects.requireNonNull(login);
        }
    }

    public LiveConfig {
        cameras = List.copyOf(cameras);
        Objects.requireNonNull(view);
        Objects.requireNonNull(rtsp);
        Objects.requireNonNull(stores);
        Objects.requireNonNull(device);
        Objects.requireNonNull(workers);
    }

    /**
     * Reads a file.
     *
     * @param check says what is wrong with the masking of a camera, by throwing IllegalArgumentException
     * @throws LiveException BAD_CONFIG with a line for everything that is wrong
     */
    public static LiveConfig read(Path file, Consumer<CameraConfig> check) {
        try {
            return parse(file.toString(), Files.readString(file), check);
        } catch (IOException e) {
            throw new LiveException(LiveException.Code.BAD_CONFIG, file + ": not readable as text", e);
        }
    }

    /** As {@link #read}, of a text that was read already; paths in it are relative to the folder of its name. */
    public static LiveConfig parse(String name, String text, Consumer<CameraConfig> check) {
        Problems problems = new Problems(name);
        Optional<LiveConfig> config =
                ConfigTree.read(text, problems).map(tree -> new Parsing(Path.of(name), problems, check).config(tree));
        problems.raise();
        return config.orElseThrow();
    }

    /** One reading. */
    private record Parsing(Path file, Problems problems, Consumer<CameraConfig> check) {
        LiveConfig config(ConfigNode.Section tree) {
            SectionReader top = new SectionReader(tree, problems);
            Optional<View> view = top.section("view").flatMap(this::view);
            Optional<View> rtsp = top.section("rtsp").flatMap(this::view);
            StoresConfig stores = StoresConfig.read(top, this::beside);
            DeviceWish device = top.word("device", DeviceWish.class).orElse(DeviceWish.AUTO);
            Optional<Integer> workers = top.number("workers", 1, MOST_WORKERS);
            List<CameraConfig> cameras = cameras(top);
            top.close();
            return new LiveConfig(
                    cameras,
                    view,
                    rtsp,
                    stores,
                    device,
                    workers.map(OptionalInt::of).orElse(OptionalInt.empty()));
        }

        private Optional<View> view(SectionReader section) {
            Optional<TextOf.Address> address = section.value("listen", TextOf::address);
            if (address.isEmpty() && section.isMissing("listen")) {
                problems.add(section.line(), "\"listen\" is missing, as in \"listen: :8080\"");
            }
            Optional<CameraSource.Login> login = login(section);
            section.close();
            return address.map(known -> new View(known, login));
        }

        private List<CameraConfig> cameras(SectionReader top) {
            List<CameraConfig> cameras = new ArrayList<>();
            Map<String, Integer> lines = new HashMap<>();
            for (SectionReader section : top.sections("cameras")) {
                camera(section).ifPresent(camera -> {
                    Integer before = lines.putIfAbsent(camera.name(), section.line());
                    if (before != null) {
                        section.problem("name", "the camera in line " + before + " has this name already");
                    }
                    cameras.add(camera);
                });
            }
            if (cameras.isEmpty() && problems.isEmpty()) {
                problems.add(top.line(), "\"cameras\" is missing: at least one is needed");
            }
            return cameras;
        }

        private Optional<CameraConfig> camera(SectionReader section) {
            Optional<String> name = section.value("name", Parsing::name);
            if (section.isMissing("name")) {
                problems.add(section.line(), "\"name\" is missing");
            }
            Optional<CameraConfig.Place> place = place(section);
            CameraConfig.Masking masking = new CameraConfig.Masking(
                    section.text("profile"),
                    section.texts("mask"),
                    section.text("detector"),
                    section.texts("zones", false));
            Duration delay = section.value("delay", Parsing::delay).orElse(LiveSettings.DEFAULT_DELAY);
            Rotation rotation = section.number("rotation", 0, MOST_DEGREES)
                    .map(Rotation::ofDegrees)
                    .orElse(Rotation.NONE);
            int quality = section.number("quality", 1, MOST_QUANTIZER).orElse(CameraSettings.DEFAULT_QUANTIZER);
            section.close();
            if (name.isEmpty() || place.isEmpty()) {
                return Optional.empty();
            }
            CameraConfig camera =
                    new CameraConfig(section.line(), name.get(), place.get(), masking, delay, rotation, quality);
            checked(camera);
            return Optional.of(camera);
        }

        private void checked(CameraConfig camera) {
            try {
                check.accept(camera);
            } catch (IllegalArgumentException e) {
                problems.add(camera.line(), "camera " + camera.name() + ": " + e.getMessage());
            }
        }

        private static String name(String text) {
            if (!CameraSettings.isName(text)) {
                throw new IllegalArgumentException("write letters, digits and hyphens, 40 at most");
            }
            return text;
        }

        private static Duration delay(String text) {
            Duration delay = TextOf.duration(text);
            if (delay.compareTo(LiveSettings.MOST_DELAY) > 0) {
                throw new IllegalArgumentException("write 0 to 5s");
            }
            return delay;
        }

        private Optional<CameraConfig.Place> place(SectionReader section) {
            Optional<CameraSource.Login> login = login(section);
            CameraSource.Transport transport =
                    section.word("transport", CameraSource.Transport.class).orElse(CameraSource.Transport.TCP);
            Duration patience = section.value("patience", TextOf::duration).orElse(PATIENCE);
            Function<String, CameraConfig.Place> network =
                    text -> new CameraConfig.Place.Network(network(text, login, transport, patience));
            Optional<CameraConfig.Place> url = section.value("url", network);
            Optional<CameraConfig.Place> recorded = section.value("file", this::recorded);
            if (section.isMissing("url") == section.isMissing("file")) {
                problems.add(section.line(), "write either \"url\" or \"file\"");
            }
            return url.or(() -> recorded);
        }

        private static CameraSource.Network network(
                String text, Optional<CameraSource.Login> login, CameraSource.Transport transport, Duration patience) {
            if (text.substring(text.indexOf("//") + 1).contains("@")) {
                // What stands before the @ may be a password, so it is not repeated.
                throw new IllegalArgumentException("write the login under \"user\" and \"password-file\", not here");
            }
            return new CameraSource.Network(URI.create(text), login, transport, patience);
        }

        private CameraConfig.Place recorded(String text) {
            Path path = beside(text);
            if (!Files.exists(path)) {
                throw new IllegalArgumentException("there is no file or folder " + path);
            }
            return new CameraConfig.Place.Recorded(path);
        }

        private Path beside(String text) {
            return file.resolveSibling(text);
        }

        private Path beside(Path path) {
            return file.resolveSibling(path);
        }

        private Optional<CameraSource.Login> login(SectionReader section) {
            Optional<String> user = section.text("user");
            Optional<String> password = section.text("password");
            Optional<String> fromFile = section.value("password-file", this::secret);
            if (!section.isMissing("password") && !section.isMissing("password-file")) {
                section.problem("password", "write either \"password\" or \"password-file\"");
            }
            if (user.isEmpty() && (password.isPresent() || fromFile.isPresent())) {
                problems.add(section.line(), "\"user\" is missing");
            }
            String secret = fromFile.or(() -> password).orElse("");
            return user.map(name -> new CameraSource.Login(name, secret));
        }

        private String secret(String text) {
            try {
                return Files.readString(beside(text)).lines().findFirst().orElse("");
            } catch (IOException e) {
                throw new IllegalArgumentException(beside(text) + " is not readable as text", e);
            }
        }
    }
}

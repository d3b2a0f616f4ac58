package garim.live.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.onnx.DeviceWish;
import garim.engine.frame.Rotation;
import garim.engine.media.CameraSource;
import garim.live.LiveException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveConfigTest {
    private static final String SECRET = "Blue-Heron-7";

    @TempDir
    Path folder;

    private static LiveConfig parse(String text) {
        return LiveConfig.parse("live.yaml", text, camera -> {});
    }

    private static String problems(String text) {
        return String.valueOf(
                assertThrows(LiveException.class, () -> parse(text)).getMessage());
    }

    @Test
    void aNameAndAnAddressAreEnough() {
        LiveConfig config = parse("cameras:\n  - name: gate\n    url: rtsp://10.0.0.5/stream1\n");
        CameraConfig camera = config.cameras().getFirst();
        CameraSource.Network expected = new CameraSource.Network(
                URI.create("rtsp://10.0.0.5/stream1"),
                Optional.empty(),
                CameraSource.Transport.TCP,
                Duration.ofSeconds(8));
        assertEquals(new CameraConfig.Place.Network(expected), camera.place());
        assertEquals(Duration.ofMillis(400), camera.delay());
        assertEquals(Rotation.NONE, camera.rotation());
        assertEquals(List.of(), camera.masking().kinds());
        assertEquals(Optional.empty(), config.view());
        assertEquals(OptionalInt.empty(), config.workers());
        assertEquals(DeviceWish.AUTO, config.device());
    }

    @Test
    void everyKeyArrives() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), SECRET + "\n");
        String text = """
                workers: 3
                device: cpu
                view:
                  listen: "127.0.0.1:9000"
                  user: guard
                  password-file: secret.txt
                cameras:
                  - name: gate
                    url: rtsp://10.0.0.5/1
                    user: admin
                    password: hidden
                    transport: udp
                    patience: 3s
                    profile: school
                    mask: [face, plate]
                    detector: fast
                    zones: ["10,10,50,50"]
                    delay: 1.5s
                    rotation: 90
                    quality: 30
                """;
        LiveConfig config = LiveConfig.parse(folder.resolve("live.yaml").toString(), text, camera -> {});
        CameraConfig camera = config.cameras().getFirst();
        CameraSource.Network place = ((CameraConfig.Place.Network) camera.place()).camera();
        assertEquals(OptionalInt.of(3), config.workers());
        assertEquals(DeviceWish.CPU, config.device());
        assertEquals(
                Optional.of(new LiveConfig.View(
                        new TextOf.Address("127.0.0.1", 9000), Optional.of(new CameraSource.Login("guard", SECRET)))),
                config.view());
        assertEquals(Optional.of(new CameraSource.Login("admin", "hidden")), place.login());
        assertEquals(CameraSource.Transport.UDP, place.transport());
        assertEquals(Duration.ofSeconds(3), place.patience());
        assertEquals(
                new CameraConfig.Masking(
                        Optional.of("school"), List.of("face", "plate"), Optional.of("fast"), List.of("10,10,50,50")),
                camera.masking());
        assertEquals(Duration.ofMillis(1500), camera.delay());
        assertEquals(Rotation.CLOCKWISE_90, camera.rotation());
        assertEquals(30, camera.quality());
        assertFalse(config.toString().contains(SECRET));
        assertFalse(config.toString().contains("hidden"));
    }

    @Test
    void aDeviceThatNobodyKnowsIsRefused() {
        String text = problems("device: abacus\ncameras: [{name: a, url: \"rtsp://10.0.0.5/\"}]\n");
        assertTrue(text.startsWith("live.yaml:1: \"device\": \"abacus\" is none of [auto, cpu, cuda]"), text);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceWithItsLine() {
        String text = """
                veiw:
                  listen: ":8080"
                workers: many
                cameras:
                  - name: gate
                    url: http://10.0.0.5/
                    delay: 9s
                  - name: "the yard"
                    file: no-such-file.mp4
                    transprot: udp
                """;
        List<String> lines = problems(text).lines().toList();
        assertEquals(7, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("live.yaml:1: \"veiw\" is not known; do you mean \"view\"?"), lines.get(0));
        assertTrue(lines.get(1).startsWith("live.yaml:3: \"workers\""), lines.get(1));
        assertTrue(lines.get(2).startsWith("live.yaml:6: \"url\""), lines.get(2));
        assertTrue(lines.get(3).startsWith("live.yaml:7: \"delay\""), lines.get(3));
        assertTrue(lines.get(4).startsWith("live.yaml:8: \"name\""), lines.get(4));
        assertTrue(lines.get(5).startsWith("live.yaml:9: \"file\""), lines.get(5));
        assertTrue(lines.get(6).startsWith("live.yaml:10: \"transprot\""), lines.get(6));
    }

    @Test
    void anUnknownKeyStopsTheStart() {
        String told = problems("cameras:\n  - name: gate\n    url: rtsp://h/\n    transprot: udp\n");
        assertEquals("live.yaml:4: \"transprot\" is not known; do you mean \"transport\"?", told);
    }

    @Test
    void doubledKeysAndNamesAreTold() {
        assertTrue(problems("cameras:\n  - name: a\n    name: b\n    url: rtsp://h/\n")
                .contains(":3:"));
        String twice = "cameras:\n  - name: a\n    url: rtsp://h/\n  - name: a\n    url: rtsp://h/\n";
        assertTrue(problems(twice).contains(":4: \"name\": the camera in line 2"), problems(twice));
    }

    @Test
    void neverRepeatsALogin() {
        String inAddress = problems("cameras:\n  - name: gate\n    url: rtsp://admin:" + SECRET + "@10.0.0.5/\n");
        assertFalse(inAddress.contains(SECRET));
        String broken = problems("cameras:\n  - name: gate\n    password: [" + SECRET + "\n    url: rtsp://h/\n");
        assertFalse(broken.contains(SECRET), broken);
    }

    @Test
    void whatIsNoYamlOrEmptyIsTold() {
        assertTrue(problems("").contains("live.yaml:1"));
        assertTrue(problems("- a\n- b\n").contains("live.yaml:1"));
        assertTrue(problems("cameras: {\n").startsWith("live.yaml:"));
        assertTrue(problems("workers: 2\n").contains("\"cameras\" is missing"));
    }

    @Test
    void whatTheMaskingCannotBeIsToldAtTheCamera() {
        LiveException refused = assertThrows(
                LiveException.class,
                () -> LiveConfig.parse("c.yaml", "cameras:\n  - name: gate\n    url: rtsp://h/\n", camera -> {
                    throw new IllegalArgumentException("no such profile");
                }));
        assertEquals("c.yaml:2: camera gate: no such profile", refused.getMessage());
    }

    @Test
    void readsTimesAndAddressesAsPeopleWriteThem() {
        assertEquals(Duration.ofMillis(400), TextOf.duration("400"));
        assertEquals(Duration.ofMillis(1500), TextOf.duration("1.5 s"));
        assertEquals(Duration.ofDays(7), TextOf.duration("7d"));
        assertEquals(new TextOf.Address("0.0.0.0", 8080), TextOf.address(":8080"));
        assertEquals(new TextOf.Address("::1", 80), TextOf.address("[::1]:80"));
        assertThrows(IllegalArgumentException.class, () -> TextOf.duration("soon"));
        assertThrows(IllegalArgumentException.class, () -> TextOf.address("8080"));
        assertThrows(IllegalArgumentException.class, () -> TextOf.address(":99999"));
    }
}

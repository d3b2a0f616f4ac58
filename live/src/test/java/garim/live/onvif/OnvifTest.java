package garim.live.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.live.LiveException;
import garim.live.store.HandClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnvifTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final OnvifLogin LOGIN = new OnvifLogin("admin", "Blue<&>Heron");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HandClock clock = new HandClock(NOW);
    private final FakeDevice device = FakeDevice.open(LOGIN, NOW);

    @AfterEach
    void closes() {
        device.close();
    }

    private List<OnvifCamera> search() {
        // The clock of the search stands still until the first answer was taken, and then has gone by.
        long[] nano = {0};
        return new Discovery(device.ear(), () -> nano[0] += 400_000_000L).search(Duration.ofSeconds(2));
    }

    private OnvifClient client(OnvifLogin login) {
        return new OnvifClient(device.service(), Optional.of(login), clock, PATIENCE);
    }

    @Test
    void aSearchTellsEachCameraOnce() {
        assertEquals(List.of(new OnvifCamera("North Gate", "FK-1", List.of(device.service()))), search());
    }

    @Test
    void answersThatPointElsewhereOrAreNotForThisSearchAreNotBelieved() {
        device.answerSearchesWith(FakeDevice.match("http://198.51.100.7/onvif file:///etc/passwd"));
        assertEquals(List.of(), search());
        device.answerSearchesWith(FakeDevice.match(device.service().toString()).replace(">ID<", ">urn:other<"));
        assertEquals(List.of(), search());
    }

    @Test
    void noiseIsNoCamera() {
        Random random = new Random(9);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            assertEquals(List.of(), Discovery.cameras(noise, "id", InetAddress.getLoopbackAddress()));
        }
    }

    @Test
    void streamsAreToldWithoutAnyLoginAndOnTheHostThatWasAsked() {
        List<OnvifStream> streams = client(LOGIN).streams();
        assertEquals(
                List.of(
                        new OnvifStream("main", "H264", 1920, 1080, URI.create("rtsp://127.0.0.1:554/main?x=1&y=2")),
                        new OnvifStream("small", "", 0, 0, URI.create("rtsp://127.0.0.1:554/small"))),
                streams);
    }

    @Test
    void aCameraWhoseClockIsWrongIsAskedByItsOwnTime() {
        clock.set(NOW.plus(Duration.ofDays(900)));
        assertEquals(2, client(LOGIN).streams().size());
    }

    @Test
    void thePasswordIsNeverSentAndNeverTold() {
        client(LOGIN).streams();
        assertFalse(String.join("", device.heard()).contains("Heron"));
        LiveException e = assertThrows(LiveException.class, () -> client(new OnvifLogin("admin", "Crane 9"))
                .streams());
        assertEquals(LiveException.Code.CAMERA, e.code());
        assertTrue(String.valueOf(e.getMessage()).contains("refuses the login"));
        assertFalse(e.toString().contains("Crane"));
        assertFalse(LOGIN.toString().contains("Heron"));
    }

    @Test
    void aCameraThatIsNotThereIsSaid() {
        device.close();
        assertThrows(LiveException.class, () -> client(LOGIN).streams());
        assertThrows(
                IllegalArgumentException.class,
                () -> new OnvifClient(URI.create("file:///etc/passwd"), Optional.empty(), clock, PATIENCE));
    }

    @Test
    void documentTypesAndOtherFilesAreNotRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "launch code");
        List<String> attacks = List.of(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\"><a/>",
                "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>");
        for (String attack : attacks) {
            assertThrows(IOException.class, () -> SafeXml.read(attack.getBytes(StandardCharsets.UTF_8)), attack);
        }
        assertThrows(IOException.class, () -> SafeXml.read(new byte[2 << 20]));
    }
}

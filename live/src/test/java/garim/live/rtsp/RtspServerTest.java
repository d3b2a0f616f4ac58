package garim.live.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.live.Clip;
import garim.live.LiveException;
import garim.live.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtspServerTest {
    private static final Login LOGIN = new Login("guard", "Blue/Heron 7");
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    Path folder;

    private static RtspServer open() {
        return RtspServer.start(RtspSettings.usual(HERE, Optional.empty()));
    }

    private static RtspServer locked() {
        return RtspServer.start(RtspSettings.usual(HERE, Optional.of(LOGIN)));
    }

    /** Feeds a clip over and over while a player plays, and gives what the player saw. */
    private List<String> watch(RtspStream stream, Clip clip, String address, String options)
            throws IOException, InterruptedException {
        Path log = folder.resolve("player.txt");
        Path seen = folder.resolve("seen.txt");
        Process player = Programs.ffmpeg(
                log, options + " -i " + address + " -fps_mode passthrough -frames:v 12 -f framemd5 " + seen);
        int n = 0;
        while (!player.waitFor(10, TimeUnit.MILLISECONDS)) {
            stream.packet(clip.endless(n), Clip.taken(BEGIN, n));
            n++;
            assertTrue(n < 3000, () -> "the player does not end: " + read(log));
        }
        assertEquals(0, player.exitValue(), () -> read(log));
        return Files.readAllLines(seen).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertPartOf(Clip clip, List<String> seen) {
        List<String> all = Programs.pictures(clip.file());
        List<String> twice = Stream.of(1, 2).flatMap(round -> all.stream()).toList();
        assertEquals(12, seen.size());
        assertTrue(Collections.indexOfSubList(twice, seen) >= 0, "pictures differ from those sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void anotherPlayerSeesEveryPictureAsItWasSent(String transport) throws Exception {
        Clip clip = Clip.make(folder, "320x240", 2);
        try (RtspServer server = open()) {
            RtspStream stream = server.stream("gate");
            stream.begin(clip.stream());
            String address = "rtsp://127.0.0.1:" + server.port() + "/gate";
            assertPartOf(clip, watch(stream, clip, address, "-rtsp_transport " + transport));
        }
    }

    @Test
    void whoKnowsTheLoginIsLetInAndNobodyElse() throws Exception {
        Clip clip = Clip.make(folder, "160x120", 2);
        try (RtspServer server = locked()) {
            RtspStream stream = server.stream("gate");
            stream.begin(clip.stream());
            String address = "rtsp://guard:Blue%2FHeron%207@127.0.0.1:" + server.port() + "/gate";
            assertPartOf(clip, watch(stream, clip, address, "-rtsp_transport tcp"));
            assertThrows(
                    AssertionError.class,
                    () -> watch(stream, clip, address.replace("Heron", "Crane"), "-rtsp_transport tcp"));
            assertTrue(server.refused() > 0);
        }
    }

    @Test
    void basicIsLetInToo() throws IOException {
        try (RtspServer server = locked();
                Client client = new Client(server.port())) {
            String right = Base64.getEncoder().encodeToString("guard:Blue/Heron 7".getBytes(StandardCharsets.UTF_8));
            String asked = client.ask("DESCRIBE", "gate", "");
            assertTrue(asked.startsWith("RTSP/1.0 401"), asked);
            assertTrue(asked.contains("Digest ") && asked.contains("Basic "), asked);
            assertTrue(client.ask("DESCRIBE", "gate", "Authorization: Basic " + right)
                    .startsWith("RTSP/1.0 404"));
            assertTrue(client.ask("DESCRIBE", "gate", "Authorization: Basic " + right.substring(4))
                    .startsWith("RTSP/1.0 401"));
        }
    }

    @Test
    void whoTriesPasswordsIsShownTheDoor() throws IOException {
        try (RtspServer server = locked();
                Client client = new Client(server.port())) {
            for (int i = 0; i < 5; i++) {
                client.ask("DESCRIBE", "gate", "Authorization: Basic " + i);
            }
            assertTrue(client.isEnded());
            assertEquals(5, server.refused());
        }
    }

    @Test
    void saysWhatIsNotThere() throws IOException {
        Clip clip = Clip.make(folder, "160x120", 1);
        try (RtspServer server = open();
                Client client = new Client(server.port())) {
            assertTrue(client.ask("DESCRIBE", "nothing", "").startsWith("RTSP/1.0 404"));
            RtspStream stream = server.stream("gate");
            assertTrue(client.ask("DESCRIBE", "gate", "").startsWith("RTSP/1.0 503"));
            stream.begin(clip.stream());
            assertTrue(client.ask("DESCRIBE", "gate", "").contains("m=video"));
            stream.end();
            assertTrue(client.ask("DESCRIBE", "gate", "").startsWith("RTSP/1.0 503"));
            assertTrue(
                    client.ask("SETUP", "gate", "Transport: RTP/AVP;multicast").startsWith("RTSP/1.0 461"));
            assertTrue(client.ask("PLAY", "gate", "Session: 1").startsWith("RTSP/1.0 454"));
            assertTrue(client.ask("RECORD", "gate", "").startsWith("RTSP/1.0 501"));
            assertTrue(client.ask("GET_PARAMETER", "gate", "").startsWith("RTSP/1.0 200"));
        }
    }

    @Test
    void aViewerWhoDoesNotReadIsLetGoAndTheOthersStay() throws IOException {
        Clip clip = Clip.make(folder, "320x240", 2);
        RtspSettings small = new RtspSettings(HERE, Optional.empty(), Duration.ofMinutes(1), 8, 200_000);
        try (RtspServer server = RtspServer.start(small);
                Client slow = new Client(server.port());
                Client other = new Client(server.port())) {
            RtspStream stream = server.stream("gate");
            stream.begin(clip.stream());
            slow.play("gate");
            other.play("gate");
            assertEquals(2, stream.viewers());
            long seen = -1;
            for (int n = 0; stream.viewers() > 1; n++) {
                assertTrue(n < 100_000);
                stream.packet(clip.endless(n), Clip.taken(BEGIN, n));
                seen = other.timeAfter(seen);
            }
            assertEquals(1, stream.dropped());
            assertTrue(other.ask("GET_PARAMETER", "gate", "").startsWith("RTSP/1.0 200"));
        }
    }

    @Test
    void viewersStayWhenTheCameraComesBackAsItWasAndNotWhenItChanged() throws IOException {
        Clip clip = Clip.make(folder, "160x120", 1);
        Clip larger = Clip.make(folder, "320x240", 1);
        try (RtspServer server = open();
                Client client = new Client(server.port())) {
            RtspStream stream = server.stream("gate");
            stream.begin(clip.stream());
            client.play("gate");
            stream.packet(clip.endless(0), BEGIN);
            long before = client.nextTime();
            stream.end();
            stream.begin(clip.stream());
            stream.packet(clip.endless(0), BEGIN.plusSeconds(10));
            assertEquals(10 * 90_000, client.timeAfter(before) - before);
            stream.end();
            stream.begin(larger.stream());
            assertEquals(0, stream.viewers());
            assertTrue(client.isEnded());
        }
    }

    @Test
    void whoIsSilentIsForgotten() throws IOException {
        RtspSettings hasty = new RtspSettings(HERE, Optional.empty(), Duration.ofMillis(50), 8, 1 << 20);
        try (RtspServer server = RtspServer.start(hasty);
                Client client = new Client(server.port())) {
            assertTrue(client.isEnded());
        }
    }

    @Test
    void noiseEndsOnlyItsOwnConnection() throws IOException {
        try (RtspServer server = open();
                Client noise = new Client(server.port());
                Client client = new Client(server.port())) {
            noise.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertTrue(noise.isEnded());
            assertTrue(client.ask("OPTIONS", "", "").contains("DESCRIBE"));
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        try (RtspServer server = open()) {
            InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            LiveException e = assertThrows(
                    LiveException.class, () -> RtspServer.start(RtspSettings.usual(taken, Optional.of(LOGIN))));
            assertEquals(LiveException.Code.LISTEN, e.code());
        }
    }

    @Test
    void noTextShowsThePassword() {
        assertFalse(RtspSettings.usual(HERE, Optional.of(LOGIN)).toString().contains("Heron"));
    }
}

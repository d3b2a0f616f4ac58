package garim.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A live program masks, shows, re-publishes, records and seals what its configuration says, and can be killed at any moment. */
final class LiveTest {
    private static final Pattern SHOWN = Pattern.compile("http://[^ ]*:(\\d+)/");
    private static final Pattern PLAYED = Pattern.compile("rtsp://localhost:(\\d+)/hall");

    @TempDir
    private Path folder;

    private Path config = Path.of("");

    @BeforeEach
    void writesAConfiguration() throws IOException {
        SmallClips.longOne(folder.resolve("clip.mp4"));
        Garim.run("holder", folder.resolve("court")).requireExit(0);
        Garim.run("holder", folder.resolve("operator")).requireExit(0);
        config = Files.writeString(folder.resolve("live.yaml"), """
                view:
                  listen: 127.0.0.1:0
                rtsp:
                  listen: 127.0.0.1:0
                  user: guard
                  password: sesame
                record:
                  folder: records
                  segment: 2s
                vault:
                  folder: sealed
                  holders: [court.pem, operator.pem]
                  segment: 2s
                cameras:
                  - name: hall
                    file: clip.mp4
                    mask: [motion]
                """);
    }

    private static Optional<String> port(Program program, Pattern pattern) {
        Matcher found = pattern.matcher(program.errorsSoFar());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static JsonNode camera(Program program) {
        String port = port(program, SHOWN).orElseThrow();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .build();
            String body = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            return new ObjectMapper().readTree(body).path("cameras").path(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Program startAndAwait(int frames) {
        Program program = Garim.startHearingSignals("live", config);
        program.awaitWhileRunning(() -> port(program, SHOWN).isPresent()
                && port(program, PLAYED).isPresent()
                && camera(program).path("framesMasked").asInt() >= frames);
        return program;
    }

    private List<Path> recordings() {
        try (Stream<Path> files = Files.walk(folder.resolve("records"))) {
            return files.filter(file -> file.toString().endsWith(".mp4"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long recordedFrames() {
        return recordings().stream()
                .filter(file -> file.toFile().length() > 0)
                .mapToLong(file -> Probe.of(file).times().size())
                .sum();
    }

    @Test
    void showsNoRawFrameAndRecordsWhatItMasked() {
        try (Program program = startAndAwait(100)) {
            assertEquals(0, camera(program).path("framesRaw").asInt());
            program.signal("TERM");
            program.await().requireNoTrace();
        }
        assertTrue(recordings().size() > 1, () -> "" + recordings());
        assertTrue(recordedFrames() > 60, () -> recordedFrames() + " frames recorded");
        Outcome listed = Garim.run("vault", "list", folder.resolve("sealed")).requireExit(0);
        assertTrue(listed.out().contains("hall"), listed::toString);
    }

    @Test
    void playersNeedTheLogin() {
        try (Program program = startAndAwait(30)) {
            String port = port(program, PLAYED).orElseThrow();
            Path known = folder.resolve("played.mkv");
            Ffmpeg.make(
                    Path.of(""),
                    "-rtsp_transport tcp -i rtsp://guard:sesame@127.0.0.1:" + port + "/hall -frames:v 10 -c:v mpeg4",
                    known);
            assertEquals(10, Probe.of(known).times().size());
            assertFalse(Ffmpeg.canOpen("rtsp://127.0.0.1:" + port + "/hall"));
        }
    }

    @Test
    void anotherPlayerPlaysWhatManyMayWatch() {
        try (Program program = startAndAwait(30)) {
            String port = port(program, SHOWN).orElseThrow();
            Path seen = Ffmpeg.make(
                    Path.of(""),
                    "-i http://127.0.0.1:" + port + "/hls/hall/index.m3u8 -frames:v 30 -c:v mpeg4",
                    folder.resolve("seen.mkv"));
            assertEquals(30, Probe.of(seen).times().size());
        }
    }

    @Test
    void aModelThatIsMissingStopsTheStart() {
        Outcome outcome = Garim.run("live", folder.resolve("clip.mp4"), "--detector", "yunet:missing.onnx");
        assertTrue(outcome.exitCode() != 0, outcome::toString);
        assertTrue(outcome.err().contains("missing.onnx"), outcome::toString);
        assertFalse(SHOWN.matcher(outcome.err()).find(), outcome::toString);
    }

    @Test
    void whatWasRecordedPlaysAfterAKill() {
        try (Program program = startAndAwait(100)) {
            program.signal("KILL");
            assertEquals(137, program.await().exitCode());
        }
        assertTrue(recordedFrames() > 40, () -> recordedFrames() + " frames recorded");
        try (Program again = startAndAwait(30)) {
            again.signal("TERM");
            again.await().requireNoTrace();
        }
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsLine() throws IOException {
        Files.writeString(config, """
                view:
                  listen: nowhere
                vault:
                  folder: sealed
                cameras:
                  - name: hall
                    file: clip.mp4
                    colour: red
                """);
        Outcome outcome = Garim.run("live", config).requireExit(2);
        for (String line : List.of("live.yaml:2:", "live.yaml:4:", "live.yaml:8:")) {
            assertTrue(outcome.err().contains(line), outcome::toString);
        }
    }
}

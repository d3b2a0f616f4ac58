package garim.live.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Frame;
import garim.engine.media.CodedPacket;
import garim.engine.media.LiveEncoder;
import garim.live.LiveClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ViewServerTest {
    private static final String LOGIN = "guard:Blue Heron 7";

    private final ViewedCamera camera = ViewedCamera.of("gate", LiveClock.SYSTEM);
    private final ViewHub hub = camera.hub();
    private final HttpClient client = HttpClient.newHttpClient();
    private boolean isHealthy = true;

    private final ViewServer.Reports reports = new ViewServer.Reports() {
        @Override
        public String metrics() {
            return "garim_up 1\n";
        }

        @Override
        public String health() {
            return "{}";
        }

        @Override
        public boolean isHealthy() {
            return isHealthy;
        }

        @Override
        public String events() {
            return "[]";
        }
    };

    private ViewServer server = ViewServer.start("127.0.0.1", 0, ViewLogin.NONE, List.of(camera), reports);

    @AfterEach
    void end() {
        server.close();
    }

    private void lock() {
        server.close();
        ViewLogin login = ViewLogin.of("guard", "Blue Heron 7");
        assertFalse(login.toString().contains("Heron"));
        server = ViewServer.start("127.0.0.1", 0, login, List.of(camera), reports);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void servesThePageAndItsParts() throws IOException, InterruptedException {
        assertTrue(get("/").body().contains("<main id=\"grid\">"));
        assertTrue(get("/live.js").body().contains("WebSocket"));
        assertEquals(
                "text/css; charset=utf-8",
                get("/live.css").headers().firstValue("Content-Type").orElse(""));
        assertEquals("garim_up 1\n", get("/metrics").body());
        assertEquals(404, get("/../pom.xml").statusCode());
    }

    @Test
    void thePageSpeaksTheLanguageThatWasAskedForChosenOrPreferred() throws IOException, InterruptedException {
        assertEquals("en", language("/"));
        assertEquals("ko", language("/", "Accept-Language", "ko-KR,ko;q=0.9,en;q=0.8"));
        assertEquals("id", language("/", "Accept-Language", "fr,in;q=0.9,ko;q=0.1"));
        assertEquals("ko", language("/?lang=ko", "Accept-Language", "id"));
        String cookie = get("/?lang=ko").headers().firstValue("Set-Cookie").orElseThrow();
        assertEquals("ko", language("/", "Accept-Language", "id", "Cookie", cookie.split(";", 2)[0]));
        assertEquals("id", language("/?lang=tlh", "Accept-Language", "id", "Cookie", "garim-language=xx"));
        assertEquals("en", language("/", "Accept-Language", "q=;;"));
    }

    private String language(String path, String... headers) throws IOException, InterruptedException {
        String page = get(path, headers).body();
        int at = page.indexOf("<html lang=\"") + 12;
        return page.substring(at, page.indexOf('"', at));
    }

    @Test
    void healthIsAnErrorWhenACameraShowsNothing() throws IOException, InterruptedException {
        assertEquals(200, get("/health").statusCode());
        isHealthy = false;
        assertEquals(503, get("/health").statusCode());
    }

    @Test
    void asksForTheLoginEverywhere() throws IOException, InterruptedException {
        lock();
        for (String path : List.of("/", "/live.js", "/metrics", "/health", "/events")) {
            assertEquals(401, get(path).statusCode(), path);
            assertEquals(401, get(path, "Authorization", basic("guard:wrong")).statusCode(), path);
            assertEquals(200, get(path, "Authorization", basic(LOGIN)).statusCode(), path);
        }
        assertThrows(CompletionException.class, () -> watch(new LinkedBlockingQueue<>()));
    }

    @Test
    void letsNoPageOfSomebodyElseWatch() {
        WebSocket.Builder builder = client.newWebSocketBuilder().header("Origin", "http://evil.example");
        assertThrows(CompletionException.class, () -> builder.buildAsync(address(), new WebSocket.Listener() {})
                .join());
    }

    private URI address() {
        return URI.create("ws://127.0.0.1:" + server.port() + "/cameras/gate/stream");
    }

    private WebSocket watch(BlockingQueue<byte[]> messages) {
        return client.newWebSocketBuilder()
                .buildAsync(address(), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                        messages.add(data.toString().getBytes(StandardCharsets.UTF_8));
                        return WebSocket.Listener.super.onText(socket, data, last);
                    }

                    @Override
                    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
                        byte[] bytes = new byte[data.remaining()];
                        data.get(bytes);
                        messages.add(bytes);
                        return WebSocket.Listener.super.onBinary(socket, data, last);
                    }
                })
                .join();
    }

    @Test
    void aViewerGetsTheHeadAndThenPicturesFromAKeyPictureOn() throws InterruptedException {
        Frame frame = Frame.allocate(64, 48, 0, 0);
        BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
        assertFalse(hub.isWanted());
        try (LiveEncoder encoder = new LiveEncoder(frame, 30)) {
            hub.begin(encoder.stream());
            send(encoder.encode(frame, 0));
            WebSocket socket = watch(messages);
            String begin = new String(take(messages), StandardCharsets.UTF_8);
            assertTrue(begin.matches("\\{\"codecs\":\"avc1\\.[0-9a-f]{6}\",\"width\":64,\"height\":48}"), begin);
            assertTrue(text(take(messages)).contains("ftyp"));
            assertTrue(hub.isWanted());
            send(encoder.encode(frame, 100_000));
            assertTrue(messages.isEmpty());
            encoder.wantKey();
            send(encoder.encode(frame, 200_000));
            assertTrue(text(take(messages)).contains("moof"));
            socket.abort();
        }
        hub.end();
    }

    @Test
    void playersFindThePlaylistItsHeadAndItsParts() throws IOException, InterruptedException {
        lock();
        String[] login = {"Authorization", basic(LOGIN)};
        record(40);
        HttpResponse<String> playlist = get("/hls/gate/index.m3u8", login);
        assertEquals("no-store", playlist.headers().firstValue("Cache-Control").orElse(""));
        List<String> names = playlist.body()
                .lines()
                .map(line -> line.replaceAll("#EXT-X-MAP:URI=\"(.*)\"", "$1"))
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertTrue(names.size() >= 2, playlist::body);
        for (String name : names) {
            HttpResponse<String> file = get("/hls/gate/" + name, login);
            assertTrue(file.body().contains(name.endsWith(".mp4") ? "ftyp" : "moof"), name);
            assertTrue(file.headers().firstValue("Cache-Control").orElse("").startsWith("private"), name);
        }
        assertEquals(404, get("/hls/gate/part-0-0.m4s", login).statusCode());
        assertEquals(404, get("/hls/nobody/index.m3u8", login).statusCode());
        assertEquals(401, get("/hls/gate/index.m3u8").statusCode());
        assertEquals(401, get("/hls/gate/" + names.getLast()).statusCode());
    }

    private void record(int frames) {
        Frame frame = Frame.allocate(64, 48, 0, 0);
        try (LiveEncoder encoder = new LiveEncoder(frame, 30)) {
            camera.hls().begin(encoder.stream());
            for (int i = 0; i < frames; i++) {
                encoder.encode(frame, i * 100_000L)
                        .forEach(packet -> camera.hls().packet(packet, Instant.EPOCH));
            }
        }
        camera.hls().end();
    }

    private static byte[] take(BlockingQueue<byte[]> messages) throws InterruptedException {
        byte[] message = messages.poll(30, TimeUnit.SECONDS);
        assertTrue(message != null);
        return message == null ? new byte[0] : message;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void send(List<CodedPacket> packets) {
        packets.forEach(packet -> hub.packet(packet, Instant.EPOCH));
    }
}

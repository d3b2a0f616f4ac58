package garim.live.view;

import garim.live.LiveException;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The web server of a live program: the page, the cameras, and what others ask to know how they are. */
public final class ViewServer implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final String LANGUAGE = "garim-language";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final WebServer server;

    private ViewServer(WebServer server) {
        this.server = server;
    }

    /** What is told to who asks how the cameras are. */
    public interface Reports {
        /** The figures for Prometheus. */
        String metrics();

        /** The figures for the page and for watchdogs, as JSON. */
        String health();

        /** True when every camera shows what it should. */
        boolean isHealthy();

        /** The latest events, as JSON. */
        String events();
    }

    /**
     * Starts a server.
     *
     * @param host address to listen at; {@code 0.0.0.0} for all
     * @param port 0 for any that is free
     * @throws LiveException LISTEN
     */
    public static ViewServer start(
            String host, int port, ViewLogin login, List<ViewedCamera> cameras, Reports reports) {
        WsRouting.Builder sockets = WsRouting.builder();
        for (ViewHub hub : cameras.stream().map(ViewedCamera::hub).toList()) {
            sockets.endpoint("/cameras/" + hub.camera() + "/stream", () -> (WsListener) new ViewSocket(hub, login));
        }
        try {
            WebServer server = WebServer.builder()
                    .host(host)
                    .port(port)
                    .shutdownHook(false)
                    .featuresDiscoverServices(false)
                    .routing(routing -> route(routing, login, cameras, reports))
                    .addRouting(sockets)
                    .build()
                    .start();
            if (!server.isRunning()) {
                throw new LiveException(LiveException.Code.LISTEN, "nothing can listen at " + host + ":" + port);
            }
            return new ViewServer(server);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new LiveException(
                    LiveException.Code.LISTEN, "nothing can listen at " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    private static void route(
            HttpRouting.Builder routing, ViewLogin login, List<ViewedCamera> cameras, Reports reports) {
        HlsFiles files = new HlsFiles(cameras.stream().map(ViewedCamera::hls).toList());
        routing.any((request, response) -> check(login, request, response))
                .get("/", frontPage())
                .get("/live.js", page("live.js", SCRIPT))
                .get("/live.css", page("live.css", STYLE))
                .get("/hls/{camera}/{file}", files::answer)
                .get("/metrics", (request, response) -> send(response, PROMETHEUS, reports.metrics()))
                .get("/events", (request, response) -> send(response, JSON, reports.events()))
                .get("/health", (request, response) -> {
                    if (!reports.isHealthy()) {
                        response.status(UNAVAILABLE);
                    }
                    send(response, JSON, reports.health());
                });
    }

    private static void check(ViewLogin login, ServerRequest request, ServerResponse response) {
        if (login.accepts(request.headers())) {
            response.header("X-Content-Type-Options", "nosniff");
            response.header("Referrer-Policy", "no-referrer");
            response.header(
                    "Content-Security-Policy",
                    "default-src 'self'; media-src 'self' blob:; connect-src 'self' ws: wss:; frame-ancestors 'self'");
            response.next();
        } else {
            response.status(UNAUTHORIZED)
                    .header(HeaderNames.WWW_AUTHENTICATE.defaultCase(), "Basic realm=\"Garim\", charset=\"UTF-8\"")
                    .send();
        }
    }

    private static Handler frontPage() {
        String text = resource("index.html");
        return (request, response) -> {
            Optional<String> asked = request.query().first("lang").asOptional().flatMap(PageLanguage::known);
            Optional<String> chosen =
                    request.headers().cookies().first(LANGUAGE).asOptional();
            String language = PageLanguage.of(asked, chosen, request.headers().first(HeaderNames.ACCEPT_LANGUAGE));
            asked.ifPresent(tag -> response.header(
                    "Set-Cookie", LANGUAGE + "=" + tag + "; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"));
            response.header("Vary", "Accept-Language, Cookie");
            send(response, HTML, text.replace("<html lang=\"en\">", "<html lang=\"" + language + "\">"));
        };
    }

    private static Handler page(String name, String type) {
        String text = resource(name);
        return (request, response) -> send(response, type, text);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ViewServer.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(ServerResponse response, String type, String text) {
        response.header("Content-Type", type)
                .header("Cache-Control", "no-store")
                .send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The port that it listens at. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}

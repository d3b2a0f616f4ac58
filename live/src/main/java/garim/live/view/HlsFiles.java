package garim.live.view;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Answers who asks for playlists, heads and segments of HTTP Live Streaming. */
final class HlsFiles {
    private static final String PLAYLIST = "index.m3u8";

    /** A file never changes and is of use for some seconds only; a shared cache must not hand it to who has no login. */
    private static final String FOR_A_WHILE = "private, max-age=60, immutable";

    private final List<HlsStream> streams;

    HlsFiles(List<HlsStream> streams) {
        this.streams = List.copyOf(streams);
    }

    /** Answers a request whose path names {@code camera} and {@code file}. */
    void answer(ServerRequest request, ServerResponse response) throws InterruptedException {
        String camera = request.path().pathParameters().get("camera");
        String file = request.path().pathParameters().get("file");
        Optional<HlsStream> stream =
                streams.stream().filter(known -> known.camera().equals(camera)).findFirst();
        if (stream.isEmpty()) {
            response.status(Status.NOT_FOUND_404).send();
        } else if (file.equals(PLAYLIST)) {
            playlist(stream.get(), response);
        } else {
            file(stream.get(), file, response);
        }
    }

    private static void playlist(HlsStream stream, ServerResponse response) throws InterruptedException {
        response.header("Cache-Control", "no-store");
        Optional<String> text = stream.playlist();
        if (text.isPresent()) {
            response.header("Content-Type", "application/vnd.apple.mpegurl")
                    .send(text.get().getBytes(StandardCharsets.UTF_8));
        } else {
            response.status(Status.SERVICE_UNAVAILABLE_503)
                    .header("Retry-After", "2")
                    .send();
        }
    }

    private static void file(HlsStream stream, String name, ServerResponse response) {
        Optional<byte[]> bytes = stream.file(name);
        if (bytes.isPresent()) {
            response.header("Content-Type", name.endsWith(".mp4") ? "video/mp4" : "video/iso.segment")
                    .header("Cache-Control", FOR_A_WHILE)
                    .send(bytes.get());
        } else {
            response.status(Status.NOT_FOUND_404)
                    .header("Cache-Control", "no-store")
                    .send();
        }
    }
}

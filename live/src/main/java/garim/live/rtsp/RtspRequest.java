package garim.live.rtsp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a client asks for.
 *
 * @param method for example {@code DESCRIBE}
 * @param uri as it was written
 * @param headers by their names in small letters
 */
record RtspRequest(String method, String uri, Map<String, String> headers) {
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_HEADERS = 64;
    private static final int LONGEST_BODY = 65_536;
    private static final int INTERLEAVED = '$';
    private static final int WORDS = 3;

    RtspRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads the next request; reports of receivers between requests are skipped.
     *
     * @return empty at the end of the connection
     * @throws IOException when what comes is no RTSP
     */
    static Optional<RtspRequest> read(InputStream in) throws IOException {
        int first = in.read();
        while (first == INTERLEAVED || first == '\r' || first == '\n') {
            if (first == INTERLEAVED) {
                in.skipNBytes(1);
                in.skipNBytes((need(in) << 8) | need(in));
            }
            first = in.read();
        }
        if (first < 0) {
            return Optional.empty();
        }
        String[] words = ((char) first + line(in)).split(" ", -1);
        if (words.length != WORDS || !words[2].startsWith("RTSP/1.")) {
            throw new IOException("not a request of RTSP 1.0");
        }
        Map<String, String> headers = headers(in);
        skipBody(in, headers.getOrDefault("content-length", "0"));
        return Optional.of(new RtspRequest(words[0], words[1], headers));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        String line = line(in);
        while (!line.isEmpty()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= MOST_HEADERS) {
                throw new IOException("bad headers");
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
            line = line(in);
        }
        return headers;
    }

    private static void skipBody(InputStream in, String length) throws IOException {
        if (!length.matches("\\d{1,5}") || Integer.parseInt(length) > LONGEST_BODY) {
            throw new IOException("a body of " + length + " bytes");
        }
        in.skipNBytes(Integer.parseInt(length));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = need(in);
        while (next != '\n') {
            if (line.length() >= LONGEST_LINE) {
                throw new IOException("a line that does not end");
            }
            line.append((char) next);
            next = need(in);
        }
        String text = new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static int need(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    /** A header, or an empty text. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The path of the address without slashes at its ends and without what follows a question mark. */
    String path() {
        String path = uri.replaceFirst("^[a-zA-Z]+://[^/]*", "").replaceFirst("\\?.*", "");
        return path.replaceAll("^/+|/+$", "");
    }
}

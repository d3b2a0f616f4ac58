package garim.live.rtsp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a client is told.
 *
 * @param status as HTTP numbers them
 * @param headers lines without their ends, in the order in which they are sent
 * @param body text, may be empty
 */
record RtspReply(int status, List<String> headers, String body) {
    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(404, "Not Found"),
            Map.entry(454, "Session Not Found"),
            Map.entry(455, "Method Not Valid in This State"),
            Map.entry(461, "Unsupported Transport"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"));

    RtspReply {
        headers = List.copyOf(headers);
    }

    static RtspReply of(int status) {
        return new RtspReply(status, List.of(), "");
    }

    /** The same with another header. */
    RtspReply with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new RtspReply(status, more, body);
    }

    /** The same with a body. */
    RtspReply withBody(String type, String text) {
        return new RtspReply(status, headers, text).with("Content-Type", type);
    }

    /** As it goes over the line. */
    ByteBuffer bytes(String sequence) {
        StringBuilder text = new StringBuilder("RTSP/1.0 " + status + " " + PHRASES.getOrDefault(status, "") + "\r\n");
        text.append("CSeq: ").append(sequence).append("\r\n");
        headers.forEach(line -> text.append(line).append("\r\n"));
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        if (content.length > 0) {
            text.append("Content-Length: ").append(content.length).append("\r\n");
        }
        return StandardCharsets.UTF_8.encode(text.append("\r\n").append(body).toString());
    }
}

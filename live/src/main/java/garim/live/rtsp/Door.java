package garim.live.rtsp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The door of one connection: it lets in who knows the login, by Digest or Basic (RFC 2617, which players of RTSP speak).
 * Its nonce is good for this connection only. What differs is compared in constant time.
 */
final class Door {
    private static final String REALM = "garim";
    private static final Pattern FIELD = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^\\s,]+))");

    private final Optional<Login> login;
    private final String nonce;

    Door(Optional<Login> login, byte[] random) {
        this.login = login;
        nonce = HexFormat.of().formatHex(random);
    }

    /** The ways in, as they are told to who is outside. */
    RtspReply knock() {
        return RtspReply.of(401)
                .with("WWW-Authenticate", "Digest realm=\"" + REALM + "\", nonce=\"" + nonce + "\", algorithm=MD5")
                .with("WWW-Authenticate", "Basic realm=\"" + REALM + "\"");
    }

    boolean lets(RtspRequest request) {
        if (login.isEmpty()) {
            return true;
        }
        String said = request.header("authorization");
        String scheme = said.replaceFirst(" .*", "").toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "basic" -> isBasic(said.substring("basic".length()).strip(), login.get());
            case "digest" -> isDigest(said, request.method(), login.get());
            default -> false;
        };
    }

    private static boolean isBasic(String said, Login wanted) {
        String pair = wanted.user() + ":" + wanted.password();
        byte[] expected = Base64.getEncoder().encode(pair.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(expected, said.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isDigest(String said, String method, Login wanted) {
        Map<String, String> fields = new TreeMap<>();
        Matcher matcher = FIELD.matcher(said);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            fields.put(matcher.group(1).toLowerCase(Locale.ROOT), quoted == null ? matcher.group(3) : quoted);
        }
        String secret = md5(wanted.user() + ":" + REALM + ":" + wanted.password());
        String action = md5(method + ":" + fields.getOrDefault("uri", ""));
        String quality = fields.getOrDefault("qop", "");
        String middle = quality.isEmpty()
                ? nonce
                : nonce + ":" + fields.getOrDefault("nc", "") + ":" + fields.getOrDefault("cnonce", "") + ":" + quality;
        String expected = md5(secret + ":" + middle + ":" + action);
        String answer = fields.getOrDefault("response", "").toLowerCase(Locale.ROOT);
        boolean isSame = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), answer.getBytes(StandardCharsets.UTF_8));
        return isSame && fields.getOrDefault("username", "").equals(wanted.user());
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }
}

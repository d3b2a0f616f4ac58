package garim.live.view;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Who may watch: everybody, or whoever knows a name and a password (HTTP Basic). */
public final class ViewLogin {
    /** Everybody may watch. */
    public static final ViewLogin NONE = new ViewLogin(Optional.empty());

    private final Optional<byte[]> expected;

    private ViewLogin(Optional<byte[]> expected) {
        this.expected = expected;
    }

    /** Only who knows these may watch. */
    public static ViewLogin of(String user, String password) {
        return new ViewLogin(Optional.of((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    boolean accepts(Headers headers) {
        return expected.isEmpty()
                || headers.first(HeaderNames.AUTHORIZATION)
                        .flatMap(ViewLogin::decoded)
                        .filter(given -> MessageDigest.isEqual(given, expected.get()))
                        .isPresent();
    }

    private static Optional<byte[]> decoded(String header) {
        String scheme = "basic ";
        if (!header.regionMatches(true, 0, scheme, 0, scheme.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Base64.getDecoder().decode(header.substring(scheme.length()).strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return expected.isEmpty() ? "ViewLogin[none]" : "ViewLogin[set]";
    }
}

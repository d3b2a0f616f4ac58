package garim.engine.proof.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * An endorsement is a key's word that another one takes its place.
 *
 * @param by the earlier key
 * @param successor the later key
 * @param signature by the earlier key, in base64
 */
public record Endorsement(PublicIdentity by, PublicIdentity successor, String signature) {
    private static final String PURPOSE = "garim-key-successor-1\n";

    public Endorsement {
        Objects.requireNonNull(by);
        Objects.requireNonNull(successor);
        Objects.requireNonNull(signature);
    }

    /** True when the earlier key really said so. */
    public boolean holds() {
        return by.verifies(message(successor), Base64.getDecoder().decode(signature));
    }

    static byte[] message(PublicIdentity successor) {
        return (PURPOSE + successor.encoded()).getBytes(StandardCharsets.UTF_8);
    }
}

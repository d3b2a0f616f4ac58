package garim.engine.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869), for keys of at most 32 bytes. */
public final class Hkdf {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 32;

    private Hkdf() {}

    /** A key of 32 bytes for one purpose. */
    public static byte[] key(byte[] secret, byte[] salt, byte[] purpose) {
        return derive(secret, salt, purpose, HASH_BYTES);
    }

    static byte[] derive(byte[] secret, byte[] salt, byte[] purpose, int length) {
        if (length > HASH_BYTES) {
            throw new IllegalArgumentException("one step gives " + HASH_BYTES + " bytes, not " + length);
        }
        byte[] expanded = Arrays.copyOf(purpose, purpose.length + 1);
        expanded[purpose.length] = 1;
        byte[] extracted = hash(salt.length == 0 ? new byte[HASH_BYTES] : salt, secret);
        return Arrays.copyOf(hash(extracted, expanded), length);
    }

    private static byte[] hash(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}

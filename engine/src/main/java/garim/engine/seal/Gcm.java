package garim.engine.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM (NIST SP 800-38D) with a counted nonce: a key must never meet the same number twice. */
public final class Gcm {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private Gcm() {}

    /**
     * Encrypts and authenticates; the result is 16 bytes longer.
     *
     * @param key 32 bytes
     * @param number never used with this key before
     * @param bound what must be the same when it is opened
     */
    public static byte[] seal(byte[] key, long number, byte[] bound, byte[] clear) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, number, bound).doFinal(clear);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + CIPHER, e);
        }
    }

    /** Decrypts; empty when the key is another one or anything was changed. */
    public static Optional<byte[]> open(byte[] key, long number, byte[] bound, byte[] hidden) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, number, bound).doFinal(hidden));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + CIPHER, e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, long number, byte[] bound) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE_BYTES).putInt(0).putLong(number).array();
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}

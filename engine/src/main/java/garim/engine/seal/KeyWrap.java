package garim.engine.seal;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/**
 * A key wrap is a key of 32 bytes that only one other can open: a one-time X25519 key, HKDF and AES-256-GCM. Written as the
 * length of the one-time key (1 byte), its X.509 encoding, and 48 encrypted bytes.
 *
 * @param purpose ASCII text that tells apart what keys are for
 * @param bound what must be the same when it is opened
 */
public record KeyWrap(String purpose, ByteBuffer bound) {
    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 16;

    public KeyWrap {
        bound = bound.asReadOnlyBuffer();
    }

    /** Wraps for the owner of a public key. */
    public byte[] wrap(byte[] key, PublicKey owner) {
        KeyPair once = HolderKeys.newPair();
        byte[] encoded = once.getPublic().getEncoded();
        try {
            byte[] lock = lock(agreed(once.getPrivate(), owner), encoded, owner);
            ByteArrayOutputStream wrapped = new ByteArrayOutputStream();
            wrapped.write(encoded.length);
            wrapped.writeBytes(encoded);
            wrapped.writeBytes(Gcm.seal(lock, 0, bytes(), key));
            return wrapped.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key that can be wrapped for", e);
        }
    }

    /**
     * Opens the next wrap.
     *
     * @param wrapped stands behind the wrap afterwards
     * @return the key; empty when it was wrapped for another owner or was changed
     * @throws BufferUnderflowException when it is cut
     */
    public Optional<byte[]> open(ByteBuffer wrapped, PrivateKey key, PublicKey owner) {
        byte[] encoded = new byte[wrapped.get() & 0xff];
        wrapped.get(encoded);
        byte[] hidden = new byte[KEY_BYTES + TAG_BYTES];
        wrapped.get(hidden);
        try {
            byte[] lock = lock(agreed(key, HolderKeys.decodePublic(encoded)), encoded, owner);
            return Gcm.open(lock, 0, bytes(), hidden);
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private byte[] lock(byte[] secret, byte[] once, PublicKey owner) {
        byte[] salt = Arrays.copyOf(once, once.length + owner.getEncoded().length);
        System.arraycopy(owner.getEncoded(), 0, salt, once.length, owner.getEncoded().length);
        return Hkdf.key(secret, salt, purpose.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] agreed(PrivateKey own, PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[bound.remaining()];
        bound.duplicate().get(bytes);
        return bytes;
    }
}

package garim.engine.proof.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A public identity is an Ed25519 public key with its id.
 *
 * @param encoded the key as base64 of its X.509 form (RFC 8410)
 * @param id the first 16 bytes of SHA-256 of that form in lower-case hex
 */
public record PublicIdentity(String encoded, String id) {
    private static final int ID_BYTES = 16;
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int PEM_LINE = 64;

    public PublicIdentity {
        Objects.requireNonNull(encoded);
        Objects.requireNonNull(id);
    }

    static PublicIdentity of(PublicKey key) {
        return ofEncoded(Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    /**
     * The identity of an encoded key.
     *
     * @throws IllegalArgumentException when it is no Ed25519 key
     */
    public static PublicIdentity ofEncoded(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        key(bytes);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new PublicIdentity(
                    Base64.getEncoder().encodeToString(bytes), HexFormat.of().formatHex(hash, 0, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /**
     * Reads a key in PEM.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static PublicIdentity ofPem(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("there is no public key in PEM");
        }
        return ofEncoded(pem.substring(begin + BEGIN.length(), end).replaceAll("\\s", ""));
    }

    /** The key in PEM. */
    public String pem() {
        StringBuilder text = new StringBuilder(BEGIN).append('\n');
        for (int i = 0; i < encoded.length(); i += PEM_LINE) {
            text.append(encoded, i, Math.min(encoded.length(), i + PEM_LINE)).append('\n');
        }
        return text.append(END).append('\n').toString();
    }

    /** True when a signature of a message was made by this key. */
    public boolean verifies(byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
            signature.initVerify(key(Base64.getDecoder().decode(encoded)));
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey key(byte[] bytes) {
        try {
            return KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no Ed25519 key", e);
        }
    }
}

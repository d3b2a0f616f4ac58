package garim.engine.proof.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A signing key makes Ed25519 signatures (RFC 8032).
 *
 * @param secret the private key
 * @param publicKey the public key that belongs to it
 * @param lineage earlier keys that vouch for it, the latest first
 */
public record SigningKey(PrivateKey secret, PublicIdentity publicKey, List<Endorsement> lineage) {
    static final String ALGORITHM = "Ed25519";

    public SigningKey {
        Objects.requireNonNull(secret);
        Objects.requireNonNull(publicKey);
        lineage = List.copyOf(lineage);
    }

    /** A new key that nobody vouches for. */
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), PublicIdentity.of(pair.getPublic()), List.of());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has Ed25519", e);
        }
    }

    /** Signs a message. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of this program cannot sign", e);
        }
    }

    /** Says by this key that another one takes its place. */
    public Endorsement endorse(PublicIdentity successor) {
        return new Endorsement(
                publicKey, successor, Base64.getEncoder().encodeToString(sign(Endorsement.message(successor))));
    }

    @Override
    public String toString() {
        return "SigningKey " + publicKey.id();
    }
}

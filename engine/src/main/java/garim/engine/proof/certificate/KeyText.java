package garim.engine.proof.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A signing key as text: its private key (RFC 8410) and its public key in PEM; endorsements as one line each. */
final class KeyText {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final byte[] PROBE = {'p', 'r', 'o', 'b', 'e'};
    private static final int LINE_FIELDS = 3;

    private KeyText() {}

    static String of(SigningKey key) {
        String secret = Base64.getEncoder().encodeToString(key.secret().getEncoded());
        return BEGIN + "\n" + secret + "\n" + END + "\n" + key.publicKey().pem();
    }

    /**
     * Reads a key and those that vouch for it.
     *
     * @throws IllegalArgumentException when something is missing, damaged or does not belong together
     */
    static SigningKey parse(String pem, String lineage) {
        PublicIdentity identity = PublicIdentity.ofPem(pem);
        SigningKey key = new SigningKey(secret(pem), identity, lineageOf(identity, lineage));
        if (!identity.verifies(PROBE, key.sign(PROBE))) {
            throw new IllegalArgumentException("private and public key do not belong together");
        }
        return key;
    }

    static String line(Endorsement endorsement) {
        return endorsement.successor().encoded() + " " + endorsement.by().encoded() + " " + endorsement.signature()
                + "\n";
    }

    private static PrivateKey secret(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("there is no private key in PEM");
        }
        byte[] bytes = Base64.getDecoder()
                .decode(pem.substring(begin + BEGIN.length(), end).replaceAll("\\s", ""));
        try {
            return KeyFactory.getInstance(SigningKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no Ed25519 key", e);
        }
    }

    /** The chain that ends at a key: the lines whose successor it is, then those of whoever vouches for it. */
    private static List<Endorsement> lineageOf(PublicIdentity key, String text) {
        List<Endorsement> all = text.lines().map(KeyText::endorsement).toList();
        List<Endorsement> chain = new ArrayList<>();
        PublicIdentity current = key;
        for (int i = 0; i < all.size(); i++) {
            PublicIdentity wanted = current;
            List<Endorsement> found =
                    all.stream().filter(each -> each.successor().equals(wanted)).toList();
            if (found.isEmpty()) {
                break;
            }
            chain.add(found.getFirst());
            current = found.getFirst().by();
        }
        return chain;
    }

    private static Endorsement endorsement(String line) {
        List<String> fields = Arrays.asList(line.split(" ", -1));
        if (fields.size() != LINE_FIELDS) {
            throw new IllegalArgumentException("a line of the lineage is damaged");
        }
        Endorsement endorsement = new Endorsement(
                PublicIdentity.ofEncoded(fields.get(1)), PublicIdentity.ofEncoded(fields.get(0)), fields.get(2));
        if (!endorsement.holds()) {
            throw new IllegalArgumentException("an endorsement of the lineage does not hold");
        }
        return endorsement;
    }
}

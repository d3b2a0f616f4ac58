package garim.engine.seal;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.XECKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of those who hold a share of every seal: X25519 (RFC 7748) in PEM files, as OpenSSL writes them. */
public final class HolderKeys {
    private static final String ALGORITHM = "X25519";
    private static final int LARGEST_FILE = 4096;

    private HolderKeys() {}

    /**
     * Reads the public key of a holder.
     *
     * @throws EngineException INPUT_MISSING, SEAL_KEY_WRONG
     */
    public static PublicKey readPublic(Path file) {
        try {
            PublicKey key = factory().generatePublic(new X509EncodedKeySpec(pem(file, "PUBLIC KEY")));
            requireCurve(key, file);
            return key;
        } catch (GeneralSecurityException e) {
            throw wrong(file, "is not a public key of " + ALGORITHM);
        }
    }

    /**
     * Reads the private key of a holder.
     *
     * @throws EngineException INPUT_MISSING, SEAL_KEY_WRONG
     */
    public static PrivateKey readPrivate(Path file) {
        try {
            PrivateKey key = factory().generatePrivate(new PKCS8EncodedKeySpec(pem(file, "PRIVATE KEY")));
            requireCurve(key, file);
            return key;
        } catch (GeneralSecurityException e) {
            throw wrong(file, "is not a private key of " + ALGORITHM);
        }
    }

    /**
     * Makes a new pair of keys and writes it to two new files, the private one readable by its owner only.
     *
     * @throws EngineException OUTPUT_FAILED, also when one of the files is there already
     */
    public static void create(Path privateFile, Path publicFile) {
        KeyPair pair = newPair();
        write(privateFile, "PRIVATE KEY", pair.getPrivate().getEncoded(), Set.of("rw-------"));
        write(publicFile, "PUBLIC KEY", pair.getPublic().getEncoded(), Set.of());
    }

    /** A new pair of keys, nowhere written. */
    public static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /**
     * A public key out of its X.509 encoding.
     *
     * @throws GeneralSecurityException when it is none
     */
    public static PublicKey decodePublic(byte[] encoded) throws GeneralSecurityException {
        return factory().generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static KeyFactory factory() {
        try {
            return KeyFactory.getInstance("XDH");
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static void requireCurve(java.security.Key key, Path file) {
        boolean fits = key instanceof XECKey curve
                && curve.getParams() instanceof NamedParameterSpec named
                && named.getName().equals(ALGORITHM);
        if (!fits) {
            throw wrong(file, "is a key of another kind than " + ALGORITHM);
        }
    }

    private static byte[] pem(Path file, String kind) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw wrong(file, "is too large for a key");
            }
            Matcher found = Pattern.compile(
                            "-----BEGIN " + kind + "-----([A-Za-z0-9+/=\\s]+)-----END " + kind + "-----")
                    .matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!found.find()) {
                throw wrong(file, "holds no " + kind);
            }
            return Base64.getMimeDecoder().decode(found.group(1));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, file.toString(), e.toString(), e);
        }
    }

    private static void write(Path file, String kind, byte[] encoded, Set<String> permissions) {
        String text = "-----BEGIN " + kind + "-----\n" + Base64.getEncoder().encodeToString(encoded) + "\n-----END "
                + kind + "-----\n";
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = permissions.stream()
                .filter(each -> posix)
                .map(each -> PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(each)))
                .toArray(FileAttribute<?>[]::new);
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }

    private static EngineException wrong(Path file, String detail) {
        return new EngineException(ErrorCode.SEAL_KEY_WRONG, file.toString(), detail);
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
}

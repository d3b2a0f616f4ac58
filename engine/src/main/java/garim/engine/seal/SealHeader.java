package garim.engine.seal;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A seal header says what a sidecar belongs to and who holds its keys. Its hash is bound into everything that is encrypted.
 *
 * @param program name and version of the program that wrote it
 * @param created when, as ISO 8601 in UTC
 * @param inputSha256 hash of the original in lower-case hex
 * @param width of the original's stored picture in pixels
 * @param height of the original's stored picture in pixels
 * @param holders the public keys of the two holders
 */
public record SealHeader(
        String program, String created, String inputSha256, int width, int height, List<PublicKey> holders) {
    /** Both holders are needed. */
    public static final int HOLDERS = 2;

    static final String MAGIC = "GARIM SEAL 1\n";
    private static final int LONGEST_KEY = 256;

    public SealHeader {
        Objects.requireNonNull(program);
        Objects.requireNonNull(created);
        Objects.requireNonNull(inputSha256);
        holders = List.copyOf(holders);
        if (holders.size() != HOLDERS || holders.get(0).equals(holders.get(1))) {
            throw new IllegalArgumentException("a seal needs two different holders");
        }
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(program);
            out.writeUTF(created);
            out.writeUTF(inputSha256);
            out.writeInt(width);
            out.writeInt(height);
            for (PublicKey holder : holders) {
                byte[] key = holder.getEncoded();
                out.writeShort(key.length);
                out.write(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static SealHeader read(DataInputStream in) throws IOException {
        String program = in.readUTF();
        String created = in.readUTF();
        String input = in.readUTF();
        int width = in.readInt();
        int height = in.readInt();
        List<PublicKey> holders = new ArrayList<>();
        for (int i = 0; i < HOLDERS; i++) {
            holders.add(key(in));
        }
        try {
            return new SealHeader(program, created, input, width, height, holders);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static PublicKey key(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        if (length > LONGEST_KEY) {
            throw new IOException("a key of " + length + " bytes");
        }
        try {
            return HolderKeys.decodePublic(in.readNBytes(length));
        } catch (GeneralSecurityException e) {
            throw new IOException("a key that is none", e);
        }
    }

    /** The hash that is bound into everything. */
    byte[] hash() {
        return sha256().digest(bytes());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

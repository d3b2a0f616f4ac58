package garim.cli.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A second reader of encrypted zip files, written after the description of the format and with the ciphers of the JDK only:
 * stored entries, AES-256, AE-2.
 */
final class PlainUnzip {
    private static final int SALT = 16;
    private static final int VERIFIER = 2;
    private static final int CODE = 10;
    private static final int BLOCK = 16;

    private final ByteBuffer bytes;
    private final String password;

    private PlainUnzip(byte[] bytes, String password) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.password = password;
    }

    /** The decrypted entries by name. */
    static Map<String, byte[]> read(Path file, String password) {
        try {
            return new PlainUnzip(Files.readAllBytes(file), password).entries();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, byte[]> entries() throws GeneralSecurityException {
        int end = bytes.capacity() - 22;
        require(bytes.getInt(end) == 0x06054b50, "end of central directory");
        int count = bytes.getShort(end + 10);
        int at = bytes.getInt(end + 16);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            require(bytes.getInt(at) == 0x02014b50, "central header");
            require(bytes.getShort(at + 10) == 99, "method AES");
            require(bytes.getInt(at + 16) == 0, "no checksum of the clear text in AE-2");
            int nameLength = bytes.getShort(at + 28);
            String name = text(at + 46, nameLength);
            requireStrongest(at + 46 + nameLength, bytes.getShort(at + 30));
            entries.put(name, decrypt(bytes.getInt(at + 42), bytes.getInt(at + 20)));
            at += 46 + nameLength + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return entries;
    }

    private void requireStrongest(int extra, int length) {
        for (int at = extra; at < extra + length; at += 4 + bytes.getShort(at + 2)) {
            if ((bytes.getShort(at) & 0xffff) == 0x9901) {
                require(bytes.getShort(at + 4) == 2, "AE-2");
                require(bytes.get(at + 8) == 3, "256 bits");
                require(bytes.getShort(at + 9) == 0, "stored");
                return;
            }
        }
        throw new IllegalStateException("no AES field");
    }

    private byte[] decrypt(int header, int size) throws GeneralSecurityException {
        int at = header + 30 + bytes.getShort(header + 26) + bytes.getShort(header + 28);
        byte[] keys = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                .generateSecret(new PBEKeySpec(password.toCharArray(), slice(at, SALT), 1000, (32 + 32 + VERIFIER) * 8))
                .getEncoded();
        require(
                Arrays.equals(slice(at + SALT, VERIFIER), Arrays.copyOfRange(keys, 64, 66)),
                "the verifier of the password");
        byte[] hidden = slice(at + SALT + VERIFIER, size - SALT - VERIFIER - CODE);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(keys, 32, 32, "HmacSHA1"));
        byte[] code = Arrays.copyOf(mac.doFinal(hidden), CODE);
        require(MessageDigest.isEqual(code, slice(at + size - CODE, CODE)), "the authentication code");
        return counterMode(hidden, new SecretKeySpec(keys, 0, 32, "AES"));
    }

    /** Counter mode whose counter has its low byte first and begins with one, which the JDK does not have. */
    private static byte[] counterMode(byte[] hidden, SecretKeySpec key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        byte[] clear = hidden.clone();
        for (int i = 0; i < clear.length; i += BLOCK) {
            byte[] counter = ByteBuffer.allocate(BLOCK)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(i / BLOCK + 1)
                    .array();
            byte[] stream = cipher.doFinal(counter);
            for (int j = 0; j < BLOCK && i + j < clear.length; j++) {
                clear[i + j] ^= stream[j];
            }
        }
        return clear;
    }

    private byte[] slice(int from, int length) {
        return Arrays.copyOfRange(bytes.array(), from, from + length);
    }

    private String text(int from, int length) {
        return new String(bytes.array(), from, length, StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not so: " + what);
        }
    }
}

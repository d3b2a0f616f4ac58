package garim.live.vault;

import garim.engine.seal.KeyWrap;
import garim.engine.store.WholeFile;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The file of a day key: the key wrapped for the master key, bound to vault, day and its own id. Who destroys it destroys what
 * was sealed with it.
 */
final class DayKeyFile {
    static final String ENDING = ".key";
    private static final String MAGIC = "GARIM DAY KEY 1\n";
    private static final String PURPOSE = "garim vault 1 day";
    private static final int KEY_BYTES = 32;
    private static final int LARGEST = 4096;
    private static final int DAY_LETTERS = 10;

    private DayKeyFile() {}

    /** Makes a key; its file is on the disk when this returns. */
    static DayKey create(VaultFolder folder, VaultIdentity vault, LocalDate day, SecureRandom random)
            throws IOException {
        byte[] id = new byte[DayKey.ID_BYTES];
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(id);
        random.nextBytes(key);
        byte[] wrapped = wrap(vault, day, id).wrap(key, vault.master());
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        byte[] file = ByteBuffer.allocate(magic.length + wrapped.length)
                .put(magic)
                .put(wrapped)
                .array();
        Files.createDirectories(folder.keys());
        WholeFile.write(path(folder, day, id), file);
        DayKey made = new DayKey(day, id, key);
        Arrays.fill(key, (byte) 0);
        return made;
    }

    private static KeyWrap wrap(VaultIdentity vault, LocalDate day, byte[] id) {
        byte[] hash = vault.hash();
        ByteBuffer bound = ByteBuffer.allocate(hash.length + Long.BYTES + id.length);
        return new KeyWrap(
                PURPOSE, bound.put(hash).putLong(day.toEpochDay()).put(id).flip());
    }

    static Path path(VaultFolder folder, LocalDate day, byte[] id) {
        return folder.keys().resolve(day + "-" + HexFormat.of().formatHex(id) + ENDING);
    }

    /** The day of a key by the name of its file. */
    static Optional<LocalDate> day(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return name.length() > DAY_LETTERS
                    ? Optional.of(LocalDate.parse(name.substring(0, DAY_LETTERS)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Opens a key with the private half of the master key; empty when it is none of this vault and day, or was changed. */
    static Optional<DayKey> open(Path file, VaultIdentity vault, PrivateKey master) throws IOException {
        String name = String.valueOf(file.getFileName());
        Optional<LocalDate> day = day(file);
        String id = name.substring(Math.min(name.length(), DAY_LETTERS + 1)).replace(ENDING, "");
        if (day.isEmpty() || !id.matches("[0-9a-f]{32}") || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        byte[] magic = new byte[Math.min(MAGIC.length(), bytes.remaining())];
        bytes.get(magic);
        if (!new String(magic, StandardCharsets.US_ASCII).equals(MAGIC)) {
            return Optional.empty();
        }
        byte[] number = HexFormat.of().parseHex(id);
        try {
            return wrap(vault, day.get(), number)
                    .open(bytes, master, vault.master())
                    .map(key -> new DayKey(day.get(), number, key));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /**
     * Destroys a key: overwrites its file, looks whether that is what is there now, deletes it, and looks again.
     *
     * @throws IOException when it is still there in any form
     */
    static void destroy(Path file) throws IOException {
        byte[] nothing = new byte[(int) Files.size(file)];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.wrap(nothing);
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            channel.force(true);
        }
        if (!Arrays.equals(nothing, Files.readAllBytes(file))) {
            throw new IOException("the key " + file.getFileName() + " cannot be overwritten");
        }
        Files.delete(file);
        if (Files.exists(file)) {
            throw new IOException("the key " + file.getFileName() + " cannot be deleted");
        }
    }
}

package garim.live.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A key lock says that a day key is in use: who destroys keys takes it first. It is a file of its own beside the key, since a
 * lock ends when any part of a program closes the locked file.
 */
final class KeyLock implements AutoCloseable {
    private static final String ENDING = ".lock";

    private final Path file;
    private final FileChannel channel;

    private KeyLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock; empty when somebody else has it, in this program or another. */
    static Optional<KeyLock> take(Path keyFile) throws IOException {
        Path file = keyFile.resolveSibling(keyFile.getFileName() + ENDING);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new KeyLock(file, channel));
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}

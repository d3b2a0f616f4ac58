package garim.live.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A key lock says that a day key is in use: who destroys keys takes it first. */
final class KeyLock implements AutoCloseable {
    private final FileChannel channel;

    private KeyLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock; empty when somebody else has it, in this program or another. */
    static Optional<KeyLock> take(Path keyFile) throws IOException {
        FileChannel channel = FileChannel.open(keyFile, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new KeyLock(channel));
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
    }
}

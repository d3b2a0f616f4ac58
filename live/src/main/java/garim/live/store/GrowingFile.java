package garim.live.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A growing file is written piece by piece, and each piece is there whole or not at all as long as this program lives. It is made
 * with its first piece; there must be none of its name.
 */
public final class GrowingFile implements AutoCloseable {
    private final Path path;
    private final Disk disk;
    private Optional<SeekableByteChannel> made = Optional.empty();
    private long size;

    /** A file that is not there yet. */
    public GrowingFile(Path path, Disk disk) {
        this.path = path;
        this.disk = disk;
    }

    /**
     * Writes a piece.
     *
     * @throws IOException when the disk is full or broken; what was written of the piece is taken back
     */
    public void append(ByteBuffer piece) throws IOException {
        SeekableByteChannel channel = made.isPresent() ? made.get() : disk.create(path);
        made = Optional.of(channel);
        ByteBuffer rest = piece.duplicate();
        try {
            while (rest.hasRemaining()) {
                if (channel.write(rest) == 0) {
                    throw new IOException("the disk takes nothing more");
                }
            }
        } catch (IOException e) {
            takeBack(channel, e);
            throw e;
        }
        size += piece.remaining();
    }

    private void takeBack(SeekableByteChannel channel, IOException reason) {
        try {
            channel.truncate(size);
            channel.position(size);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Brings all pieces to the medium. */
    public void force() throws IOException {
        if (made.isPresent()) {
            disk.force(made.get());
        }
    }

    /** Bytes of whole pieces. */
    public long size() {
        return size;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (made.isPresent()) {
            made.get().close();
        }
    }
}

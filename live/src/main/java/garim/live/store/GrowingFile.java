package garim.live.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** A growing file is written piece by piece, and each piece is there whole or not at all as long as this program lives. */
public final class GrowingFile implements AutoCloseable {
    private final Path path;
    private final Disk disk;
    private final SeekableByteChannel channel;
    private long size;

    /**
     * Makes a new file.
     *
     * @throws IOException also when there is one of this name
     */
    public GrowingFile(Path path, Disk disk) throws IOException {
        this.path = path;
        this.disk = disk;
        channel = disk.create(path);
    }

    /**
     * Writes a piece.
     *
     * @throws IOException when the disk is full or broken; what was written of the piece is taken back
     */
    public void append(ByteBuffer piece) throws IOException {
        ByteBuffer rest = piece.duplicate();
        try {
            while (rest.hasRemaining()) {
                if (channel.write(rest) == 0) {
                    throw new IOException("the disk takes nothing more");
                }
            }
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        size += piece.remaining();
    }

    private void takeBack(IOException reason) {
        try {
            channel.truncate(size);
            channel.position(size);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Brings all pieces to the medium. */
    public void force() throws IOException {
        disk.force(channel);
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
        channel.close();
    }
}

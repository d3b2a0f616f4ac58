package garim.live.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** A disk with so much room; at its end it takes a part of what is written and then fails, as real ones do. */
public final class SmallDisk implements Disk {
    private final Disk real = Disk.local();
    private long room;

    public SmallDisk(long room) {
        this.room = room;
    }

    /** Makes room, or takes it away. */
    public void setRoom(long bytes) {
        room = bytes;
    }

    @Override
    public SeekableByteChannel create(Path file) throws IOException {
        return new Narrow(real.create(file));
    }

    @Override
    public void force(SeekableByteChannel file) {
        // Nothing of a test is to outlive a power cut.
    }

    @Override
    public long free(Path folder) {
        return room;
    }

    private final class Narrow implements SeekableByteChannel {
        private final SeekableByteChannel real;

        Narrow(SeekableByteChannel real) {
            this.real = real;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (room <= 0) {
                throw new IOException("No space left on device");
            }
            int bytes = (int) Math.min(room, source.remaining());
            room -= bytes;
            int written = real.write(source.slice(source.position(), bytes));
            source.position(source.position() + written);
            return written;
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            room += Math.max(0, real.size() - size);
            real.truncate(size);
            return this;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return real.read(target);
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            real.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public boolean isOpen() {
            return real.isOpen();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}

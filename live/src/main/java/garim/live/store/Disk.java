package garim.live.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A disk makes new files and tells how much room is left. */
public interface Disk {
    /** A new file, open for writing; there must be none of this name. */
    SeekableByteChannel create(Path file) throws IOException;

    /** Brings what was written to the medium. */
    void force(SeekableByteChannel file) throws IOException;

    /** Bytes that can still be written in a folder. */
    long free(Path folder) throws IOException;

    /** The disks of this machine. */
    static Disk local() {
        return new Disk() {
            @Override
            public SeekableByteChannel create(Path file) throws IOException {
                return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }

            @Override
            public void force(SeekableByteChannel file) throws IOException {
                if (file instanceof FileChannel channel) {
                    channel.force(false);
                }
            }

            @Override
            public long free(Path folder) throws IOException {
                return Files.getFileStore(folder).getUsableSpace();
            }
        };
    }
}

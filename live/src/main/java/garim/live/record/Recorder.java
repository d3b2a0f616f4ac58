package garim.live.record;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.live.LiveException;
import garim.live.MaskedSink;
import garim.live.store.Disk;
import garim.live.store.PacketQueue;
import garim.live.store.SteadyClock;
import garim.live.store.StoreEvent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * A recorder writes the masked stream of one camera to the disk, on a thread of its own.
 *
 * <p>When the program is killed, what is on the disk plays up to the last second or key picture before. When the disk is full
 * or fails, it says so once, leaves nothing half written, and tries again every ten seconds.
 */
public final class Recorder implements MaskedSink, AutoCloseable {
    private static final int MOST_WAITING = 16 << 20;
    private static final String LOCK = ".lock";

    private final FileChannel lock;
    private final PacketQueue queue;

    private Recorder(RecordSettings settings, SteadyClock clock, Disk disk, Consumer<StoreEvent> events)
            throws IOException {
        Files.createDirectories(settings.folder());
        lock = locked(settings.folder());
        queue = new PacketQueue(
                "record-" + settings.camera(), MOST_WAITING, new RecordFolder(settings, disk, clock, events).cycle());
    }

    /**
     * Begins to record; files that an interruption had cut are brought in order first.
     *
     * @param events is told what a person should know, on the thread of the recorder
     * @throws LiveException STORAGE when the folder cannot be used, or another recorder writes there
     */
    public static Recorder open(RecordSettings settings, SteadyClock clock, Consumer<StoreEvent> events) {
        try {
            return new Recorder(settings, clock, Disk.local(), events);
        } catch (IOException e) {
            throw new LiveException(
                    LiveException.Code.STORAGE,
                    "The folder " + settings.folder() + " cannot hold recordings: " + e.getMessage(),
                    e);
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another recorder of this very program; told below as any other.
            channel.close();
        }
        channel.close();
        throw new IOException("another recorder writes there");
    }

    /**
     * The segments of a camera, oldest first, also while they are written.
     *
     * @throws LiveException STORAGE
     */
    public static List<Segment> list(Path folder) {
        try {
            return RecordingIndex.look(folder);
        } catch (IOException e) {
            throw new LiveException(
                    LiveException.Code.STORAGE, "The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void begin(CodedStream stream) {
        queue.begin(stream);
    }

    @Override
    public void packet(CodedPacket packet, Instant taken) {
        queue.packet(packet, taken);
    }

    @Override
    public void end() {
        queue.end();
    }

    /** Pictures that were lost because the disk is too slow. */
    public long lost() {
        return queue.lost();
    }

    /** Ends the segment and the thread. */
    @Override
    public void close() {
        queue.end();
        queue.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new LiveException(LiveException.Code.STORAGE, "A lock cannot be given back: " + e.getMessage(), e);
        }
    }
}

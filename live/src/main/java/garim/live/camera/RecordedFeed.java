package garim.live.camera;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.media.CameraReader;
import garim.engine.media.CameraSource;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.FrameMemory;
import garim.live.LiveClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A feed from a file, or from the files of a folder one after the other, as fast as a camera would give them. */
public final class RecordedFeed implements Feed {
    private static final double NANOS = 1e9;

    /** A file whose times jump by more than this is not waited for. */
    private static final long MOST_WAIT_NANOS = 2_000_000_000L;

    private final CameraReader reader;
    private final LiveClock clock;
    private long start = Long.MIN_VALUE;
    private long firstTick;
    private volatile boolean isStopped;

    private RecordedFeed(CameraReader reader, LiveClock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * The feeds of a file or folder; each is the next file, and after the last one comes the first.
     *
     * @param place file or folder
     */
    public static Source of(Path place, LiveClock clock) {
        AtomicInteger next = new AtomicInteger();
        FrameMemory memory = new FrameMemory();
        return new Source() {
            @Override
            public Feed open() {
                List<Path> files = files(place);
                Path file = files.get(Math.floorMod(next.getAndIncrement(), files.size()));
                return new RecordedFeed(CameraReader.open(new CameraSource.Recording(file), memory), clock);
            }

            @Override
            public String place() {
                return place.toString();
            }

            @Override
            public boolean isRecorded() {
                return true;
            }
        };
    }

    private static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> inside = Files.list(place)) {
            List<Path> files = inside.filter(Files::isRegularFile).sorted().toList();
            if (files.isEmpty()) {
                throw new EngineException(ErrorCode.INPUT_MISSING, place.toString(), "the folder holds no file");
            }
            return files;
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, place.toString(), "the folder cannot be read", e);
        }
    }

    @Override
    public CodedStream stream() {
        return reader.stream();
    }

    @Override
    public boolean read(CameraReader.Receiver receiver) {
        return !isStopped
                && reader.read(new CameraReader.Receiver() {
                    @Override
                    public void packet(CodedPacket packet) {
                        waitFor(packet.decodedAt());
                        receiver.packet(packet);
                    }

                    @Override
                    public void frame(Frame frame) {
                        receiver.frame(frame);
                    }
                });
    }

    private void waitFor(long tick) {
        if (start == Long.MIN_VALUE) {
            start = clock.nanos();
            firstTick = tick;
        }
        long due = start + (long) (reader.stream().timeBase().seconds(tick - firstTick) * NANOS);
        long wait = due - clock.nanos();
        if (wait > MOST_WAIT_NANOS || wait < -MOST_WAIT_NANOS) {
            start = clock.nanos();
            firstTick = tick;
        }
        while (!isStopped && wait > 0 && wait <= MOST_WAIT_NANOS) {
            LockSupport.parkNanos(wait);
            wait = due - clock.nanos();
        }
    }

    @Override
    public void recycle(Frame frame) {
        reader.recycle(frame);
    }

    @Override
    public void stop() {
        isStopped = true;
        reader.stop();
    }

    @Override
    public void close() {
        reader.close();
    }
}

package garim.live.record;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.PacketMuxer;
import garim.live.store.Disk;
import garim.live.store.GrowingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A segment while it is written: a fragment goes to the disk at each key picture, and each second in between. */
final class SegmentWriter {
    private static final double FRAGMENT_SECONDS = 1;
    private static final double FORCE_SECONDS = 5;

    private final CodedStream stream;
    private final Instant begin;
    private final PacketMuxer muxer;
    private final GrowingFile file;
    private final long first;
    private long fragmentBegin;
    private long forced;
    private long last;
    private long usual;
    private long end;
    private int pending;
    private int pictures;

    SegmentWriter(Path path, Disk disk, CodedStream stream, CodedPacket key, Instant begin) throws IOException {
        this.stream = stream;
        this.begin = begin;
        first = key.decodedAt();
        muxer = PacketMuxer.open(stream, PacketMuxer.Form.FRAGMENTED_MP4);
        Files.createDirectories(path.getParent());
        file = new GrowingFile(path, disk);
        file.append(muxer.head());
    }

    void write(CodedPacket packet) throws IOException {
        long decoded = packet.decodedAt() - first;
        boolean full = seconds(decoded - fragmentBegin) >= FRAGMENT_SECONDS;
        if (pending > 0 && (packet.key() || full)) {
            flush();
        }
        fragmentBegin = pending == 0 ? decoded : fragmentBegin;
        muxer.add(new CodedPacket(packet.data(), packet.shownAt() - first, decoded, packet.lasts(), packet.key()));
        pending++;
        usual = decoded > last ? decoded - last : usual;
        last = decoded;
        end = decoded + (packet.lasts() > 0 ? packet.lasts() : usual);
    }

    private void flush() throws IOException {
        int added = pending;
        pending = 0;
        file.append(muxer.fragment());
        pictures += added;
        if (seconds(end - forced) >= FORCE_SECONDS) {
            forced = end;
            file.force();
        }
    }

    private double seconds(long ticks) {
        return stream.timeBase().seconds(ticks);
    }

    /** How long it is when it ends before a packet. */
    Duration lengthUpTo(CodedPacket packet) {
        return duration(packet.decodedAt() - first);
    }

    private Duration duration(long ticks) {
        return Duration.ofMillis(Math.round(1000 * seconds(ticks)));
    }

    /** Pictures that are on the disk. */
    int pictures() {
        return pictures;
    }

    /** Writes what is left and closes the file. */
    Segment finish(Path folder) throws IOException {
        try {
            if (pending > 0) {
                flush();
            }
            file.force();
        } finally {
            close();
        }
        return told(folder);
    }

    /** What is on the disk after a failure; a file without a picture is deleted. */
    Segment abandon(Path folder) throws IOException {
        close();
        if (pictures == 0) {
            Files.deleteIfExists(file.path());
        }
        return told(folder);
    }

    private Segment told(Path folder) {
        String name = folder.relativize(file.path()).toString().replace('\\', '/');
        return new Segment(name, begin, begin.plus(duration(end)), pictures, file.size());
    }

    private void close() throws IOException {
        muxer.close();
        file.close();
    }
}

package garim.live.record;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.PacketMuxer;
import garim.live.store.Disk;
import garim.live.store.GrowingFile;
import garim.live.store.OpenSegment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A segment while it is written: a fragment goes to the disk at each key picture, and each second in between. */
final class SegmentWriter implements OpenSegment {
    private static final double FRAGMENT_SECONDS = 1;
    private static final double FORCE_SECONDS = 5;

    private final CodedStream stream;
    private final Instant begin;
    private final RecordFolder folder;
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

    SegmentWriter(Path path, Disk disk, CodedStream stream, CodedPacket key, Instant begin, RecordFolder folder)
            throws IOException {
        this.folder = folder;
        this.stream = stream;
        this.begin = begin;
        first = key.decodedAt();
        muxer = PacketMuxer.open(stream, PacketMuxer.Form.FRAGMENTED_MP4);
        Files.createDirectories(path.getParent());
        file = new GrowingFile(path, disk);
    }

    @Override
    public void write(CodedPacket packet, Instant taken) throws IOException {
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
        if (file.size() == 0) {
            file.append(muxer.head());
        }
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

    @Override
    public Duration lengthUpTo(CodedPacket packet) {
        return duration(packet.decodedAt() - first);
    }

    private Duration duration(long ticks) {
        return Duration.ofMillis(Math.round(1000 * seconds(ticks)));
    }

    @Override
    public int pictures() {
        return pictures;
    }

    @Override
    public void finish() throws IOException {
        if (pending > 0) {
            flush();
        }
        file.force();
        close();
        folder.ended(told());
    }

    @Override
    public void abandon() throws IOException {
        close();
        if (pictures == 0) {
            Files.deleteIfExists(file.path());
        }
        folder.ended(told());
    }

    private Segment told() {
        String name = folder.path().relativize(file.path()).toString().replace('\\', '/');
        return new Segment(name, begin, begin.plus(duration(end)), pictures, file.size());
    }

    private void close() throws IOException {
        muxer.close();
        file.close();
    }
}

package garim.live.record;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.live.store.Disk;
import garim.live.store.OpenSegment;
import garim.live.store.SegmentCycle;
import garim.live.store.SteadyClock;
import garim.live.store.StoreEvent;
import garim.live.store.StoreEvent.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** The folder of the recordings of one camera: where segments are laid down, and deleted when they are old or too many. */
final class RecordFolder implements SegmentCycle.Place {
    private final RecordSettings settings;
    private final Disk disk;
    private final SteadyClock clock;
    private final Consumer<StoreEvent> events;
    private final RecordingIndex index;
    private boolean delayed;

    RecordFolder(RecordSettings settings, Disk disk, SteadyClock clock, Consumer<StoreEvent> events)
            throws IOException {
        this.settings = settings;
        this.disk = disk;
        this.clock = clock;
        this.events = events;
        Files.createDirectories(settings.folder());
        index = RecordingIndex.restore(settings.folder());
        if (index.repaired() > 0) {
            tell(Kind.SEGMENT_REPAIRED, index.repaired() + " cut off");
        }
        doubtIfStrange();
    }

    /** A cycle that lays down its segments here. */
    SegmentCycle cycle() {
        return new SegmentCycle(settings.camera(), settings.segment(), clock, events, this);
    }

    /** A clock that is behind the newest segment, or far from it, may be wrong. */
    private void doubtIfStrange() {
        Instant now = clock.now();
        index.segments().stream()
                .map(Segment::end)
                .max(Instant::compareTo)
                .filter(newest -> newest.isAfter(now.plus(Duration.ofMinutes(1)))
                        || newest.isBefore(now.minus(Duration.ofDays(1))))
                .ifPresent(newest -> clock.doubt());
    }

    private void tell(Kind kind, String detail) {
        events.accept(new StoreEvent(kind, settings.camera(), detail));
    }

    @Override
    public OpenSegment open(CodedStream stream, CodedPacket key, Instant taken) throws IOException {
        prune();
        if (disk.free(settings.folder()) <= settings.spare()) {
            throw new IOException("No space left on device");
        }
        Path path = SegmentNames.free(settings.folder(), taken);
        return new SegmentWriter(path, disk, stream, key, taken, this);
    }

    @Override
    public boolean isBreak(Instant taken) {
        return false;
    }

    /** Takes note of a segment that has ended. */
    void ended(Segment segment) throws IOException {
        if (segment.pictures() > 0) {
            index.add(segment);
            prune();
        }
    }

    Path path() {
        return settings.folder();
    }

    private void prune() {
        Instant now = clock.now();
        boolean trusted = clock.isTrusted();
        long bytes = index.segments().stream().mapToLong(Segment::bytes).sum();
        for (Segment segment : index.segments()) {
            boolean old = settings.keepFor()
                    .filter(age -> segment.end().plus(age).isBefore(now))
                    .isPresent();
            boolean tooMuch = settings.keepBytes().isPresent()
                    && bytes > settings.keepBytes().getAsLong();
            if ((old && trusted) || tooMuch) {
                bytes -= segment.bytes();
                delete(segment);
            } else if (old && !delayed) {
                delayed = true;
                tell(Kind.EXPIRY_DELAYED, segment.file());
            }
        }
        delayed = delayed && !trusted;
    }

    private void delete(Segment segment) {
        try {
            index.delete(segment);
            tell(Kind.EXPIRED, segment.file());
        } catch (IOException e) {
            tell(Kind.EXPIRY_DELAYED, segment.file() + ": " + e.getMessage());
        }
    }
}

package garim.live.record;

import garim.engine.frame.EngineException;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.live.store.Disk;
import garim.live.store.PacketQueue;
import garim.live.store.SteadyClock;
import garim.live.store.StoreEvent;
import garim.live.store.StoreEvent.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What a recorder does with packets, one after the other. */
final class RecordWork implements PacketQueue.Worker {
    private static final Duration JUMP = Duration.ofSeconds(2);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(10);

    private final RecordSettings settings;
    private final Disk disk;
    private final SteadyClock clock;
    private final Consumer<StoreEvent> events;
    private final RecordingIndex index;
    private Optional<CodedStream> stream = Optional.empty();
    private Optional<SegmentWriter> open = Optional.empty();
    private Optional<CodedPacket> last = Optional.empty();
    private Instant lastTaken = Instant.EPOCH;
    private boolean jumped;
    private boolean paused;
    private boolean delayed;
    private long retryAt;

    RecordWork(RecordSettings settings, Disk disk, SteadyClock clock, Consumer<StoreEvent> events) throws IOException {
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
    public void begin(CodedStream begun) {
        end();
        stream = Optional.of(begun);
    }

    @Override
    public void packet(CodedPacket packet, Instant taken) {
        watchClock(packet, taken);
        try {
            if (packet.key()) {
                atKey(packet, taken);
            }
            if (open.isPresent()) {
                open.get().write(packet);
                toldBack(open.get());
            }
        } catch (IOException | EngineException e) {
            pause(e);
        }
        last = Optional.of(packet);
        lastTaken = taken;
    }

    private void watchClock(CodedPacket packet, Instant taken) {
        if (last.isEmpty() || stream.isEmpty()) {
            return;
        }
        double seconds =
                stream.get().timeBase().seconds(packet.decodedAt() - last.get().decodedAt());
        Duration difference = Duration.between(lastTaken, taken)
                .minusMillis(Math.round(1000 * seconds))
                .abs();
        if (difference.compareTo(JUMP) > 0 && open.isPresent() && !jumped) {
            jumped = true;
            tell(Kind.CLOCK_JUMPED, difference.toSeconds() + " s");
        }
    }

    private void atKey(CodedPacket key, Instant taken) throws IOException {
        boolean due = open.isPresent() && (jumped || open.get().lengthUpTo(key).compareTo(settings.segment()) >= 0);
        if (due) {
            finish();
        }
        if (open.isEmpty() && stream.isPresent() && mayTry()) {
            prune();
            requireRoom();
            Path path = SegmentNames.free(settings.folder(), taken);
            open = Optional.of(new SegmentWriter(path, disk, stream.get(), key, taken));
        }
    }

    /** The disk is back only when it has taken pictures. */
    private void toldBack(SegmentWriter writer) {
        if (paused && writer.pictures() > 0) {
            paused = false;
            tell(Kind.DISK_BACK, "");
        }
    }

    private boolean mayTry() {
        return !paused || clock.nanoTime() - retryAt >= 0;
    }

    private void requireRoom() throws IOException {
        if (disk.free(settings.folder()) <= settings.spare()) {
            throw new IOException("No space left on device");
        }
    }

    private void pause(Exception reason) {
        String text = String.valueOf(reason.getMessage());
        open.ifPresent(writer -> abandon(writer, reason));
        open = Optional.empty();
        retryAt = clock.nanoTime() + BEFORE_RETRY.toNanos();
        if (!paused) {
            paused = true;
            tell(
                    text.contains("No space") || text.contains("takes nothing more")
                            ? Kind.DISK_FULL
                            : Kind.DISK_FAILED,
                    text);
        }
    }

    private void abandon(SegmentWriter writer, Exception reason) {
        try {
            Segment segment = writer.abandon(settings.folder());
            if (segment.pictures() > 0) {
                index.add(segment);
            }
        } catch (IOException e) {
            // The index is made anew out of the files at the next start.
            reason.addSuppressed(e);
        }
    }

    private void finish() throws IOException {
        SegmentWriter writer = open.orElseThrow();
        jumped = false;
        Segment segment = writer.finish(settings.folder());
        open = Optional.empty();
        index.add(segment);
        prune();
    }

    /** Deletes what is too old or too much. */
    void prune() {
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
    }

    private void delete(Segment segment) {
        try {
            index.delete(segment);
            tell(Kind.EXPIRED, segment.file());
        } catch (IOException e) {
            tell(Kind.EXPIRY_DELAYED, segment.file() + ": " + e.getMessage());
        }
    }

    @Override
    public void end() {
        try {
            if (open.isPresent()) {
                finish();
            }
        } catch (IOException | EngineException e) {
            pause(e);
        }
        stream = Optional.empty();
        last = Optional.empty();
    }

    @Override
    public void lost(long pictures) {
        tell(Kind.DISK_SLOW, pictures + " pictures");
    }
}

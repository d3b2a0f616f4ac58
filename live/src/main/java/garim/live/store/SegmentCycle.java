package garim.live.store;

import garim.engine.frame.EngineException;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.live.LiveException;
import garim.live.store.StoreEvent.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A segment cycle lays a stream down in segments, each of which begins with a key picture: a new one when the last is long
 * enough, when the clock was set, and when the stream changed. When the disk is full or fails it says so once, and tries again
 * ten seconds later, and so on.
 */
public final class SegmentCycle implements PacketQueue.Worker {
    /** Where segments are laid down. */
    public interface Place {
        /**
         * Opens a segment.
         *
         * @throws IOException when there is no room for it
         */
        OpenSegment open(CodedStream stream, CodedPacket key, Instant taken) throws IOException;

        /** True when a segment that is open must not hold a picture of this moment. */
        boolean isBreak(Instant taken);
    }

    private static final Duration JUMP = Duration.ofSeconds(2);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(10);

    private final String camera;
    private final Duration length;
    private final SteadyClock clock;
    private final Consumer<StoreEvent> events;
    private final Place place;
    private Optional<CodedStream> stream = Optional.empty();
    private Optional<OpenSegment> open = Optional.empty();
    private Optional<CodedPacket> last = Optional.empty();
    private Instant lastTaken = Instant.EPOCH;
    private boolean jumped;
    private boolean paused;
    private long retryAt;

    /**
     * A cycle.
     *
     * @param length a segment ends at the first key picture after so long
     */
    public SegmentCycle(String camera, Duration length, SteadyClock clock, Consumer<StoreEvent> events, Place place) {
        this.camera = camera;
        this.length = length;
        this.clock = clock;
        this.events = events;
        this.place = place;
    }

    private void tell(Kind kind, String detail) {
        events.accept(new StoreEvent(kind, camera, detail));
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
                open.get().write(packet, taken);
                toldBack(open.get());
            }
        } catch (IOException | EngineException | LiveException e) {
            pause(e);
        }
        last = Optional.of(packet);
        lastTaken = taken;
    }

    private void watchClock(CodedPacket packet, Instant taken) {
        if (last.isEmpty() || stream.isEmpty() || open.isEmpty() || jumped) {
            return;
        }
        double seconds =
                stream.get().timeBase().seconds(packet.decodedAt() - last.get().decodedAt());
        Duration off = Duration.between(lastTaken, taken)
                .minusMillis(Math.round(1000 * seconds))
                .abs();
        if (off.compareTo(JUMP) > 0) {
            jumped = true;
            tell(Kind.CLOCK_JUMPED, off.toSeconds() + " s");
        }
    }

    private void atKey(CodedPacket key, Instant taken) throws IOException {
        boolean due = open.isPresent()
                && (jumped || place.isBreak(taken) || open.get().lengthUpTo(key).compareTo(length) >= 0);
        if (due) {
            finish();
        }
        boolean mayTry = !paused || clock.nanoTime() - retryAt >= 0;
        if (open.isEmpty() && stream.isPresent() && mayTry) {
            open = Optional.of(place.open(stream.get(), key, taken));
        }
    }

    /** The disk is back only when it has taken pictures. */
    private void toldBack(OpenSegment segment) {
        if (paused && segment.pictures() > 0) {
            paused = false;
            tell(Kind.DISK_BACK, "");
        }
    }

    private void pause(Exception reason) {
        String text = String.valueOf(reason.getMessage());
        open.ifPresent(segment -> abandon(segment, reason));
        open = Optional.empty();
        retryAt = clock.nanoTime() + BEFORE_RETRY.toNanos();
        if (!paused) {
            paused = true;
            boolean full = text.contains("No space") || text.contains("takes nothing more");
            tell(full ? Kind.DISK_FULL : Kind.DISK_FAILED, text);
        }
    }

    private static void abandon(OpenSegment segment, Exception reason) {
        try {
            segment.abandon();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private void finish() throws IOException {
        jumped = false;
        open.orElseThrow().finish();
        open = Optional.empty();
    }

    @Override
    public void end() {
        try {
            if (open.isPresent()) {
                finish();
            }
        } catch (IOException | EngineException | LiveException e) {
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

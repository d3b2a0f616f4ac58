package garim.live.camera;

import garim.engine.frame.Frame;
import garim.engine.media.CodedPacket;
import garim.engine.media.LiveEncoder;
import garim.engine.pipeline.LiveFrame;
import garim.engine.pipeline.LiveMasker;
import garim.engine.pipeline.LiveShedding;
import garim.engine.pipeline.LiveVerdict;
import garim.engine.pipeline.LookThreads;
import garim.live.LiveClock;
import garim.live.LiveEvent;
import garim.live.MaskedSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Masks, codes and hands on the frames of one camera. Used by one thread; a test may be that thread.
 *
 * <p>Whatever fails in it, it throws, and nothing of the frames in it comes out.
 */
final class MaskedCamera implements AutoCloseable {
    /** What lasts for a shorter time is not told. */
    private static final long MOMENT = Duration.ofSeconds(1).toNanos();

    private static final long MICRO = 1000;

    private final CameraSettings settings;
    private final LiveClock clock;
    private final Tally tally;
    private final Consumer<LiveEvent> events;
    private final LiveMasker masker;
    private final Outlets<MaskedSink> outlets;
    private final Overload overload;
    private final long start;
    private final Instant startTime;
    private Optional<LiveEncoder> encoder = Optional.empty();
    private boolean isIdle;
    private boolean isOdd;
    private CameraState told = CameraState.CONNECTING;
    private CameraState current = CameraState.CONNECTING;
    private long currentSince;

    MaskedCamera(
            CameraSettings settings, LiveClock clock, LookThreads threads, Tally tally, Consumer<LiveEvent> events) {
        this.settings = settings;
        this.clock = clock;
        this.tally = tally;
        this.events = events;
        this.masker = new LiveMasker(settings.uses(), settings.masking(), threads);
        this.outlets = new Outlets<>(
                settings.masked(),
                (sink, e) -> tell(
                        LiveEvent.Kind.SINK_FAILED, sink.getClass().getSimpleName(), String.valueOf(e.getMessage())));
        this.overload = new Overload(!settings.uses().isEmpty());
        this.start = clock.nanos();
        this.startTime = clock.now();
    }

    private void tell(LiveEvent.Kind kind, String... details) {
        events.accept(new LiveEvent(clock.now(), settings.name(), kind, List.of(details)));
    }

    /**
     * Takes a frame.
     *
     * @param taken nanoseconds of the clock
     * @return false when the frame was left out; it can be recycled at once
     */
    boolean accept(Frame frame, long taken) {
        isOdd = !isOdd;
        if (isOdd && overload.level().compareTo(LiveShedding.FEWER_FRAMES) >= 0) {
            return false;
        }
        masker.accept(frame, taken);
        return true;
    }

    /** The camera was gone since the frame before. */
    void interrupted() {
        masker.interrupted();
    }

    /** When there is something to do even if no frame comes, in nanoseconds. */
    Optional<Long> nextDue() {
        return masker.nextDue();
    }

    /** Masks and hands on what is due. */
    void emit(Consumer<Frame> recycle) {
        Optional<Long> due = masker.nextDue();
        for (Optional<LiveFrame> next = masker.next(clock.nanos());
                next.isPresent();
                next = masker.next(clock.nanos())) {
            emit(next.get());
            note(next.get(), due.orElse(0L));
            recycle.accept(next.get().frame());
            due = masker.nextDue();
        }
        tally.looks(masker, clock.nanos());
    }

    private void emit(LiveFrame masked) {
        boolean isWanted = outlets.sinks().stream().anyMatch(MaskedSink::isWanted);
        if (!isWanted) {
            isIdle = true;
            return;
        }
        LiveEncoder coder = encoderFor(masked.frame());
        if (isIdle) {
            isIdle = false;
            coder.wantKey();
        }
        long micros = Math.max(0, (masked.taken() - start) / MICRO);
        Instant taken = startTime.plusNanos(masked.taken() - start);
        for (CodedPacket packet : coder.encode(masked.frame(), micros)) {
            outlets.packet(packet, taken);
        }
    }

    private LiveEncoder encoderFor(Frame frame) {
        if (encoder.isPresent() && encoder.get().fits(frame)) {
            return encoder.get();
        }
        encoder.ifPresent(LiveEncoder::close);
        LiveEncoder made = new LiveEncoder(frame, settings.quantizer());
        encoder = Optional.of(made);
        outlets.begin(made.stream());
        return made;
    }

    private void note(LiveFrame masked, long due) {
        long now = clock.nanos();
        boolean isWhole = masked.verdict() instanceof LiveVerdict.Whole;
        tally.out(isWhole, now - masked.taken());
        boolean isUnlooked = masked.verdict().equals(new LiveVerdict.Whole(LiveVerdict.Reason.LATE));
        if (overload.note(now, now - due, isUnlooked)) {
            masker.shed(overload.level());
            tally.shedding(overload.level());
            tell(LiveEvent.Kind.SHEDDING, word(overload.level()));
        }
        state(masked.verdict(), now);
    }

    private void state(LiveVerdict verdict, long now) {
        CameraState state = CameraState.of(verdict);
        tally.verdict(verdict);
        if (state != current) {
            current = state;
            currentSince = now;
        }
        if (current != told && now - currentSince >= MOMENT) {
            told = current;
            if (verdict instanceof LiveVerdict.Whole(LiveVerdict.Reason reason)) {
                tell(LiveEvent.Kind.WHOLE, word(reason));
            } else {
                tell(LiveEvent.Kind.TARGETS);
            }
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Ends the stream of masked packets and frees the native memory. */
    @Override
    public void close() {
        outlets.end();
        encoder.ifPresent(LiveEncoder::close);
        encoder = Optional.empty();
    }
}

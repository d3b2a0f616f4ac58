package garim.live.camera;

import garim.engine.frame.EngineException;
import garim.engine.frame.Frame;
import garim.engine.media.CameraReader;
import garim.engine.media.CodedPacket;
import garim.engine.pipeline.LookThreads;
import garim.live.LiveClock;
import garim.live.LiveEvent;
import garim.live.OriginalSink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One camera that runs: a thread that reads and reconnects, and one that masks. Between them are a few frames; what does not
 * fit is dropped.
 */
public final class RunningCamera implements AutoCloseable {
    private static final String END = "end";

    /** A recording that gives nothing must not be opened without a pause. */
    private static final Duration BETWEEN_RECORDINGS = Duration.ofMillis(100);

    private static final int MOST_BETWEEN = 12;
    private static final long LONGEST_WAIT = Duration.ofMillis(200).toNanos();
    private static final Duration END_TIME = Duration.ofSeconds(8);

    private record Arrival(Frame frame, long taken, int connection) {}

    private final CameraSettings settings;
    private final LiveClock clock;
    private final LookThreads threads;
    private final Consumer<LiveEvent> events;
    private final Tally tally;
    private final Outlets<OriginalSink> originals;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(MOST_BETWEEN);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread reading;
    private final Thread masking;
    private volatile Optional<Feed> feed = Optional.empty();

    /** The latest feed, open or closed; frames of it and of earlier ones go back there. */
    private volatile Optional<Feed> latest = Optional.empty();

    private int connection;

    /**
     * Prepares a camera.
     *
     * @param threads run the looks of its detectors; may be shared
     * @param events told on threads of the camera
     */
    public RunningCamera(CameraSettings settings, LiveClock clock, LookThreads threads, Consumer<LiveEvent> events) {
        this.settings = settings;
        this.clock = clock;
        this.threads = threads;
        this.events = events;
        this.tally = new Tally(settings.name());
        this.originals = new Outlets<>(
                settings.originals(),
                (sink, e) -> tell(
                        LiveEvent.Kind.SINK_FAILED, sink.getClass().getSimpleName(), String.valueOf(e.getMessage())));
        this.reading = thread("read", this::readAll);
        this.masking = thread("mask", this::maskAll);
    }

    private Thread thread(String work, Runnable task) {
        Thread thread = new Thread(task, "garim-" + work + "-" + settings.name());
        thread.setDaemon(true);
        return thread;
    }

    /** Begins; returns at once. */
    public void start() {
        masking.start();
        reading.start();
    }

    /** The figures of now. */
    public CameraFigures figures() {
        return tally.figures();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void tell(LiveEvent.Kind kind, String... details) {
        events.accept(new LiveEvent(clock.now(), settings.name(), kind, List.of(details)));
    }

    private void readAll() {
        Backoff backoff = new Backoff();
        while (!isStopping()) {
            long begun = clock.nanos();
            String why = readOnce();
            originals.end();
            if (isStopping()) {
                return;
            }
            tally.gone();
            if (settings.source().isRecorded() && why.equals(END)) {
                pause(BETWEEN_RECORDINGS);
            } else {
                Duration wait = backoff.after(Duration.ofNanos(clock.nanos() - begun));
                tell(LiveEvent.Kind.GONE, why, String.valueOf(wait.toSeconds()));
                pause(wait);
            }
        }
    }

    /** Reads until the camera is gone; says why it is. */
    private String readOnce() {
        try (Feed open = settings.source().open()) {
            feed = Optional.of(open);
            latest = feed;
            connection++;
            tally.connected();
            tell(LiveEvent.Kind.CONNECTED, settings.source().place());
            CameraReader.Receiver receiver = receiver(open);
            boolean isMore = true;
            while (isMore && !isStopping()) {
                isMore = open.read(receiver);
            }
            return END;
        } catch (EngineException e) {
            return WhyGone.of(e);
        } finally {
            feed = Optional.empty();
        }
    }

    private CameraReader.Receiver receiver(Feed open) {
        return new CameraReader.Receiver() {
            @Override
            public void packet(CodedPacket packet) {
                if (!originals.sinks().isEmpty()) {
                    original(open, packet);
                }
            }

            @Override
            public void frame(Frame frame) {
                tally.in(frame);
                if (!arrivals.offer(new Arrival(frame, clock.nanos(), connection))) {
                    tally.dropped(1);
                    open.recycle(frame);
                }
            }
        };
    }

    private void original(Feed open, CodedPacket packet) {
        if (!originals.isOpen() && packet.key()) {
            originals.begin(open.stream());
        }
        if (originals.isOpen()) {
            originals.packet(packet, clock.now());
        }
    }

    private void pause(Duration wait) {
        try {
            clock.pause(stopping, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void maskAll() {
        while (!isStopping()) {
            try (MaskedCamera camera = new MaskedCamera(settings, clock, threads, tally, events)) {
                mask(camera);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // Whatever failed, the frames that were in it are gone, and another one begins with nothing known.
                tally.anew();
                tell(LiveEvent.Kind.RESTARTED, String.valueOf(e));
                pause(Backoff.FIRST);
            }
        }
    }

    private void mask(MaskedCamera camera) throws InterruptedException {
        int known = -1;
        while (!isStopping()) {
            long wait =
                    Math.clamp(camera.nextDue().map(due -> due - clock.nanos()).orElse(LONGEST_WAIT), 0, LONGEST_WAIT);
            Arrival arrival = arrivals.poll(wait, TimeUnit.NANOSECONDS);
            if (arrival != null) {
                if (arrival.connection() != known) {
                    known = arrival.connection();
                    camera.interrupted();
                }
                if (!camera.accept(arrival.frame(), arrival.taken())) {
                    tally.dropped(1);
                    recycle(arrival.frame());
                }
            }
            camera.emit(this::recycle);
        }
    }

    private void recycle(Frame frame) {
        latest.ifPresent(giver -> giver.recycle(frame));
    }

    /** Asks the camera to end; {@link #close} waits for it. */
    public void stop() {
        stopping.countDown();
        feed.ifPresent(Feed::stop);
    }

    /** Ends the camera and waits for its threads. */
    @Override
    public void close() {
        stop();
        try {
            reading.join(END_TIME);
            masking.join(END_TIME);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tally.state(CameraState.STOPPED);
    }
}

package garim.live.rtsp;

import garim.engine.frame.EngineException;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.RtpMuxer;
import garim.live.MaskedSink;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One stream of a server: the sink of a camera, and the viewers who watch it. A viewer begins with the next key picture.
 *
 * <p>When the camera comes back as it was, viewers stay and time goes on; when it comes back as another, they are dismissed.
 */
public final class RtspStream implements MaskedSink {
    private static final int LARGEST_PACKET = 1400;
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);
    /** Seconds from the epoch of NTP to that of Java. */
    private static final long NTP_EPOCH = 2_208_988_800L;

    private static final int REPORT_BYTES = 28;
    private static final int REPORT_HEAD = 0x80c80006;

    private final int source;
    private final List<Viewer> waiting = new ArrayList<>();
    private final List<Viewer> watching = new ArrayList<>();
    private Optional<CodedStream> stream = Optional.empty();
    private Optional<RtpMuxer> muxer = Optional.empty();
    private boolean runs;
    private long shift;
    private long lastShown;
    private Instant lastTaken = Instant.EPOCH;
    private Instant lastReport = Instant.EPOCH;
    private boolean continues;
    private int packets;
    private int octets;
    private long dropped;

    RtspStream(int source) {
        this.source = source;
    }

    @Override
    public synchronized void begin(CodedStream begun) {
        runs = true;
        if (stream.filter(begun::equals).isPresent()) {
            continues = true;
            return;
        }
        dismissAll();
        stream = Optional.of(begun);
        shift = 0;
        continues = false;
        lastReport = Instant.EPOCH;
        try {
            int next = muxer.map(RtpMuxer::nextSequence).orElse(source & 0xffff);
            muxer = Optional.of(new RtpMuxer(begun, LARGEST_PACKET, source, next));
        } catch (EngineException e) {
            // RTP does not carry this codec: the stream stays unavailable, the camera goes on.
            muxer = Optional.empty();
        }
    }

    private void dismissAll() {
        waiting.forEach(Viewer::dismiss);
        watching.forEach(Viewer::dismiss);
        waiting.clear();
        watching.clear();
    }

    @Override
    public synchronized void packet(CodedPacket packet, Instant taken) {
        RtpMuxer open = muxer.orElse(null);
        if (open == null || !runs) {
            return;
        }
        if (continues) {
            goOn(packet, taken);
        }
        lastShown = packet.shownAt() + shift;
        lastTaken = taken;
        if (packet.key()) {
            watching.addAll(waiting);
            waiting.clear();
        }
        if (watching.isEmpty()) {
            return;
        }
        CodedPacket shifted =
                new CodedPacket(packet.data(), lastShown, packet.decodedAt() + shift, packet.lasts(), packet.key());
        report(open, packet.key(), taken);
        for (ByteBuffer part : open.packets(shifted)) {
            packets++;
            octets += part.remaining();
            send(part, false);
        }
    }

    /** After a break the time of the stream goes on by as much as the clock did. */
    private void goOn(CodedPacket packet, Instant taken) {
        Duration gap = Duration.between(lastTaken, taken);
        double seconds = Math.clamp(gap.toMillis() / 1000.0, 0.04, 3600);
        shift = lastShown + stream.orElseThrow().timeBase().ticks(seconds) - packet.shownAt();
        continues = false;
    }

    /** Tells viewers now and then which moment of the day a time of the stream is. */
    private void report(RtpMuxer open, boolean key, Instant taken) {
        boolean due = Duration.between(lastReport, taken).abs().compareTo(BETWEEN_REPORTS) >= 0;
        if (!key && !due) {
            return;
        }
        lastReport = taken;
        ByteBuffer report =
                ByteBuffer.allocate(REPORT_BYTES).putInt(REPORT_HEAD).putInt(source);
        report.putInt((int) (taken.getEpochSecond() + NTP_EPOCH));
        report.putInt((int) (((long) taken.getNano() << 32) / 1_000_000_000L));
        report.putInt(open.rtpTime(lastShown)).putInt(packets).putInt(octets);
        send(report.flip(), true);
    }

    private void send(ByteBuffer bytes, boolean report) {
        watching.removeIf(viewer -> {
            boolean gone = !viewer.take(bytes.duplicate(), report);
            dropped += gone ? 1 : 0;
            return gone;
        });
    }

    @Override
    public synchronized void end() {
        runs = false;
    }

    /** How the stream is described to who asks; empty while there is none. */
    synchronized Optional<String> description() {
        return runs ? muxer.map(RtpMuxer::description) : Optional.empty();
    }

    synchronized void add(Viewer viewer) {
        waiting.add(viewer);
    }

    synchronized void remove(Viewer viewer) {
        waiting.remove(viewer);
        watching.remove(viewer);
    }

    /** Who watches now, those who wait for a key picture included. */
    public synchronized int viewers() {
        return waiting.size() + watching.size();
    }

    /** Viewers who were let go because they were gone or too slow. */
    public synchronized long dropped() {
        return dropped;
    }
}

package garim.live.view;

import garim.engine.frame.EngineException;
import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.PacketMuxer;
import garim.live.LiveClock;
import garim.live.MaskedSink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The masked pictures of one camera as files for HTTP Live Streaming, so that many can watch through caches and players that know
 * nothing of us. The latest seconds are kept in memory and nowhere else. Nothing is made of pictures while nobody asks.
 */
public final class HlsStream implements MaskedSink {
    /** What the playlist names; who reads it a moment too late finds a few more. */
    private static final int LISTED = 5;

    private static final int KEPT = 9;

    /** A segment ends at the first key picture after so long. */
    private static final double LEAST_SECONDS = 1.5;

    /** What is kept of a camera with very large pictures, in bytes. */
    private static final long MOST_BYTES = 64L << 20;

    private static final long INTEREST_NANOS = Duration.ofSeconds(20).toNanos();
    private static final Duration FIRST_WAIT = Duration.ofSeconds(8);

    /** A stream of which a segment is being made. */
    private record Open(PacketMuxer muxer, CodedStream stream, int head) {}

    private final String camera;
    private final LiveClock clock;
    private final String run;
    private final NavigableMap<Integer, byte[]> heads = new TreeMap<>();
    private final Deque<HlsSegment> segments = new ArrayDeque<>();
    private Optional<Open> open = Optional.empty();
    private long segmentStart = Long.MIN_VALUE;
    private long lastShown;
    private long nextNumber;
    private int nextHead;
    private int cutsBefore;
    private long bytes;
    private long asked;
    private boolean wasAsked;

    /** A stream without pictures. */
    public HlsStream(String camera, LiveClock clock) {
        this.camera = camera;
        this.clock = clock;
        this.run = Long.toString(clock.now().getEpochSecond(), Character.MAX_RADIX);
    }

    /** Name of the camera. */
    public String camera() {
        return camera;
    }

    @Override
    public synchronized boolean isWanted() {
        return wasAsked && clock.nanos() - asked <= INTEREST_NANOS;
    }

    /** The playlist; who asks first waits for the first segment. Empty when there is none yet. */
    Optional<String> playlist() throws InterruptedException {
        return playlist(FIRST_WAIT);
    }

    /** As {@link #playlist()}, for a caller that waits so long at most. */
    synchronized Optional<String> playlist(Duration most) throws InterruptedException {
        asked = clock.nanos();
        wasAsked = true;
        long until = System.nanoTime() + most.toNanos();
        for (long left = most.toMillis();
                segments.isEmpty() && left > 0;
                left = (until - System.nanoTime()) / Duration.ofMillis(1).toNanos()) {
            wait(left);
        }
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        List<HlsSegment> all = List.copyOf(segments);
        List<HlsSegment> listed = all.subList(Math.max(0, all.size() - LISTED), all.size());
        int unlisted = cuts(all.subList(0, all.size() - listed.size() + 1));
        return Optional.of(HlsPlaylist.of(run, listed, cutsBefore + unlisted));
    }

    private static int cuts(List<HlsSegment> some) {
        int cuts = 0;
        for (int i = 1; i < some.size(); i++) {
            cuts += some.get(i).head() == some.get(i - 1).head() ? 0 : 1;
        }
        return cuts;
    }

    /** A head or a segment by the name that a playlist gave it; empty when it is not kept any more. */
    synchronized Optional<byte[]> file(String name) {
        for (HlsSegment segment : segments) {
            if (name.equals("part-" + run + "-" + segment.number() + ".m4s")) {
                return Optional.of(segment.bytes());
            }
        }
        return heads.entrySet().stream()
                .filter(head -> name.equals("head-" + run + "-" + head.getKey() + ".mp4"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public synchronized void begin(CodedStream stream) {
        end();
        try {
            PacketMuxer muxer = PacketMuxer.open(stream, PacketMuxer.Form.FRAGMENTED_MP4);
            open = Optional.of(new Open(muxer, stream, nextHead++));
            heads.put(open.get().head(), ViewHub.bytes(muxer.head()));
        } catch (EngineException e) {
            // Without a container nobody can watch; the next begin may do better.
            open = Optional.empty();
        }
    }

    @Override
    public synchronized void packet(CodedPacket packet, Instant taken) {
        open.ifPresent(now -> add(now, packet));
    }

    private void add(Open now, CodedPacket packet) {
        boolean isRunning = segmentStart != Long.MIN_VALUE;
        if (isRunning && packet.key() && seconds(now, packet.shownAt()) >= LEAST_SECONDS) {
            finish(now, packet.shownAt());
            isRunning = false;
        }
        if (isRunning || packet.key()) {
            segmentStart = isRunning ? segmentStart : packet.shownAt();
            lastShown = packet.shownAt() + Math.max(0, packet.lasts());
            now.muxer().add(packet);
        }
    }

    private double seconds(Open now, long until) {
        return now.stream().timeBase().seconds(until - segmentStart);
    }

    private void finish(Open now, long until) {
        HlsSegment made = new HlsSegment(
                nextNumber++,
                now.head(),
                seconds(now, until),
                ViewHub.bytes(now.muxer().fragment()));
        segmentStart = Long.MIN_VALUE;
        segments.addLast(made);
        bytes += made.bytes().length;
        while (segments.size() > KEPT || (bytes > MOST_BYTES && segments.size() > 1)) {
            HlsSegment old = segments.removeFirst();
            bytes -= old.bytes().length;
            cutsBefore += old.head() == segments.getFirst().head() ? 0 : 1;
        }
        heads.headMap(segments.getFirst().head()).clear();
        notifyAll();
    }

    @Override
    public synchronized void end() {
        open.filter(now -> segmentStart != Long.MIN_VALUE).ifPresent(now -> finish(now, lastShown));
        open.ifPresent(now -> now.muxer().close());
        open = Optional.empty();
    }
}

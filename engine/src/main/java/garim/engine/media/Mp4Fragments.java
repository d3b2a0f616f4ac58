package garim.engine.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The pieces of a fragmented MP4 file. The native muxer makes the head; the pieces are made here, since the native one
 * shifts a piece whose beginning comes sooner than the end of the last one was guessed to be.
 */
final class Mp4Fragments implements Fragments {
    private static final int MOST_TICKS = 1_000_000;
    private static final int BOX = 8;
    private static final int FULL_BOX = 12;
    private static final int SAMPLE = 16;
    private static final int HEADER_BOX = FULL_BOX + 4;
    private static final int TRACK_BOX = FULL_BOX + 4;
    private static final int TIME_BOX = FULL_BOX + 8;
    private static final int RUN_BOX = FULL_BOX + 8;
    /** Offsets count from the fragment itself. */
    private static final int DEFAULT_BASE_IS_MOOF = 0x020000;
    /** Where the data lies; and of each sample its length in time, size, flags and the offset to when it is shown. */
    private static final int RUN_FIELDS = 0x000001 | 0x000100 | 0x000200 | 0x000400 | 0x000800;

    private static final int KEY_SAMPLE = 0x02000000;
    private static final int OTHER_SAMPLE = 0x01010000;

    private final ByteBuffer head;
    private final Rational timeBase;
    private final int ticksPerSecond;
    private final boolean startCodes;
    private final List<CodedPacket> pending = new ArrayList<>();
    private int sequence;

    Mp4Fragments(CodedStream stream) {
        timeBase = stream.timeBase();
        startCodes = NalUnits.isCodecOfUnits(stream.codec()) && hasStartCodes(stream);
        try (NativeScope scope = new NativeScope()) {
            MuxStream mux = new MuxStream(stream, "mp4", scope);
            MuxBuffer buffer = scope.own(new MuxBuffer(), MuxBuffer::close);
            mux.format().pb(buffer.open());
            mux.begin(options(timeBase));
            ticksPerSecond = mux.ticksPerSecond();
            head = buffer.take().asReadOnlyBuffer();
        }
    }

    private static boolean hasStartCodes(CodedStream stream) {
        ByteBuffer setup = stream.setup();
        if (!setup.hasRemaining()) {
            throw MuxStream.failed("a " + stream.codec() + " stream without its parameter sets");
        }
        return setup.get(setup.position()) == 0;
    }

    private static Map<String, String> options(Rational timeBase) {
        String flags = "empty_moov+default_base_moof+frag_custom";
        boolean exact = timeBase.numerator() == 1 && timeBase.denominator() <= MOST_TICKS;
        return exact
                ? Map.of("movflags", flags, "video_track_timescale", String.valueOf(timeBase.denominator()))
                : Map.of("movflags", flags);
    }

    @Override
    public ByteBuffer head() {
        return head.duplicate();
    }

    @Override
    public void add(CodedPacket packet) {
        pending.add(packet);
    }

    @Override
    public ByteBuffer take() {
        List<ByteBuffer> samples = pending.stream().map(this::sample).toList();
        if (samples.isEmpty()) {
            return ByteBuffer.allocate(0);
        }
        int bytes = samples.stream().mapToInt(ByteBuffer::remaining).sum();
        int index = BOX + HEADER_BOX + BOX + TRACK_BOX + TIME_BOX + RUN_BOX + SAMPLE * samples.size();
        ByteBuffer out = ByteBuffer.allocate(index + BOX + bytes);
        sequence++;
        box(out, index, "moof");
        box(out, HEADER_BOX, "mfhd").putInt(0).putInt(sequence);
        box(out, index - BOX - HEADER_BOX, "traf");
        box(out, TRACK_BOX, "tfhd").putInt(DEFAULT_BASE_IS_MOOF).putInt(1);
        box(out, TIME_BOX, "tfdt")
                .putInt(1 << 24)
                .putLong(ticks(pending.getFirst().decodedAt()));
        run(out, samples, index + BOX);
        box(out, BOX + bytes, "mdat");
        samples.forEach(out::put);
        pending.clear();
        return out.flip();
    }

    private void run(ByteBuffer out, List<ByteBuffer> samples, int dataAt) {
        box(out, RUN_BOX + SAMPLE * samples.size(), "trun");
        out.putInt(1 << 24 | RUN_FIELDS).putInt(samples.size()).putInt(dataAt);
        for (int i = 0; i < samples.size(); i++) {
            CodedPacket packet = pending.get(i);
            long begin = ticks(packet.decodedAt());
            long end = i + 1 < samples.size()
                    ? ticks(pending.get(i + 1).decodedAt())
                    : ticks(packet.decodedAt() + packet.lasts());
            out.putInt(Math.toIntExact(Math.clamp(end - begin, 0, Integer.MAX_VALUE)));
            out.putInt(samples.get(i).remaining());
            out.putInt(packet.key() ? KEY_SAMPLE : OTHER_SAMPLE);
            out.putInt(Math.toIntExact(Math.clamp(ticks(packet.shownAt()) - begin, 0, Integer.MAX_VALUE)));
        }
    }

    private static ByteBuffer box(ByteBuffer out, int size, String name) {
        out.putInt(size);
        for (int i = 0; i < name.length(); i++) {
            out.put((byte) name.charAt(i));
        }
        return out;
    }

    private long ticks(long time) {
        if (timeBase.numerator() == 1 && timeBase.denominator() == ticksPerSecond) {
            return time;
        }
        double factor = (double) ticksPerSecond * timeBase.numerator() / timeBase.denominator();
        return Math.round(time * factor);
    }

    private ByteBuffer sample(CodedPacket packet) {
        return startCodes ? NalUnits.withLengths(packet.data()) : packet.data();
    }
}

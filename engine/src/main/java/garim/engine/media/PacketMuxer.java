package garim.engine.media;

import garim.engine.frame.EngineException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A packet muxer puts coded packets into a container in memory: a head once, and then fragments, as many packets in each as
 * the caller likes.
 *
 * <p>Times are kept exactly in MP4 and in ticks of 1/90000 s in a transport stream. Where decoding times do not rise, a packet
 * is moved to one tick after the one before it. One thread at a time.
 */
public final class PacketMuxer implements AutoCloseable {
    /** The containers that can be written piece by piece. */
    public enum Form {
        /** Fragmented MP4 (ISO/IEC 14496-12): every fragment carries its own index, so that a cut file plays up to the cut. */
        FRAGMENTED_MP4,
        /** MPEG transport stream: no head; a fragment that begins with a key picture can be played alone. */
        TRANSPORT_STREAM
    }

    private static final int PROFILE_BYTES = 3;
    private static final int PROFILE_AT = 5;

    private final NativeScope scope;
    private final Fragments fragments;
    private final ByteBuffer head;
    private final PacketClock clock;

    private PacketMuxer(CodedStream stream, Form form, NativeScope scope) {
        this.scope = scope;
        clock = new PacketClock(stream.timeBase());
        fragments = form == Form.FRAGMENTED_MP4 ? new Mp4Fragments(stream) : new TransportFragments(stream, scope);
        head = fragments.head();
    }

    /**
     * Opens a muxer.
     *
     * @param stream with its setup, where the codec has one ({@link ParameterSets} completes it)
     * @throws EngineException OUTPUT_FAILED when the container cannot hold the codec
     */
    public static PacketMuxer open(CodedStream stream, Form form) {
        NativeScope scope = new NativeScope();
        try {
            return new PacketMuxer(stream, form, scope);
        } catch (EngineException e) {
            scope.close();
            throw e;
        }
    }

    /** What comes before all fragments; empty in a transport stream. */
    public ByteBuffer head() {
        return head.duplicate();
    }

    /**
     * What browsers must be told of the codec (RFC 6381), for example {@code avc1.64001f}; empty for codecs other than H.264
     * and for a transport stream.
     */
    public Optional<String> codecs() {
        byte[] bytes = new byte[head.remaining()];
        head().get(bytes);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("avcC");
        if (at < 0 || bytes.length < at + PROFILE_AT + PROFILE_BYTES) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder("avc1.");
        for (int i = 0; i < PROFILE_BYTES; i++) {
            name.append(String.format(Locale.ROOT, "%02x", bytes[at + PROFILE_AT + i]));
        }
        return Optional.of(name.toString());
    }

    /**
     * Adds a packet to the fragment that is being made.
     *
     * @throws IllegalStateException after {@link #close}
     * @throws EngineException OUTPUT_FAILED when the packet makes no sense to the container
     */
    public void add(CodedPacket packet) {
        scope.requireOpen();
        fragments.add(clock.timed(packet));
    }

    /** Ends the fragment: its bytes, which can be appended to the head and all fragments before. Empty when nothing was added. */
    public ByteBuffer fragment() {
        scope.requireOpen();
        return fragments.take().asReadOnlyBuffer();
    }

    /** A fragment of this packet alone, for who waits for every picture. */
    public ByteBuffer fragment(CodedPacket packet) {
        add(packet);
        return fragment();
    }

    /** Frees the native memory; what was added and not yet taken is gone. */
    @Override
    public void close() {
        scope.close();
    }
}

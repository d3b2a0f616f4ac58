package garim.live;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import java.time.Instant;

/**
 * A packet sink takes the coded pictures of one camera as they are made: a viewer, a recording, a server.
 *
 * <p>The calls come from one thread, in this order: {@link #begin}, any number of {@link #packet}, {@link #end}; and again
 * from the start when the stream changes its size or codec, or when the camera was gone. The first packet after a begin is a
 * key picture. A sink returns at once: what takes time it does on a thread of its own, and what it cannot keep up with it drops,
 * from a key picture to the next.
 *
 * <p>A sink does not throw. What fails in it is its own to count and to tell; the camera goes on.
 *
 * @see MaskedSink
 * @see OriginalSink
 */
public sealed interface PacketSink permits MaskedSink, OriginalSink {
    /** A stream begins; its packets follow. */
    void begin(CodedStream stream);

    /**
     * One picture, in decoding order.
     *
     * @param packet times in ticks of the stream, rising from one packet to the next
     * @param taken when the camera gave the picture, by the clock of this machine; rises, except where that clock was set
     */
    void packet(CodedPacket packet, Instant taken);

    /** The stream ended; nothing follows until it begins anew. Called also when nothing had begun. */
    void end();
}

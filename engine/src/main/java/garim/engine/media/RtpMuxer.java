package garim.engine.media;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An RTP muxer cuts coded packets into RTP packets (RFC 3550 with RFC 6184, 7798 or 2435), and describes them for SDP
 * (RFC 8866). Where decoding can begin, the parameter sets come first. One thread at a time.
 */
public final class RtpMuxer {
    /** Ticks of the RTP clock in a second. */
    public static final int CLOCK = 90_000;

    private static final int HEADER = 12;
    private static final int VERSION_2 = 0x80;
    private static final int MARKER = 0x80;
    private static final int SMALLEST = 256;
    private static final int LARGEST = 65_000;

    private final RtpPayload payload;
    private final Rational timeBase;
    private final int largest;
    private final int source;
    private int sequence;

    /**
     * A muxer that begins to count.
     *
     * @param largest bytes of an RTP packet with its header, 256 to 65000; 1400 fits through what lies between most machines
     * @param source the synchronization source (SSRC)
     * @param sequence number of the first packet; its lower 16 bits count
     * @throws EngineException OUTPUT_FAILED for a codec other than H.264, HEVC and MJPEG
     */
    public RtpMuxer(CodedStream stream, int largest, int source, int sequence) {
        if (largest < SMALLEST || largest > LARGEST) {
            throw new IllegalArgumentException("RTP packets of " + largest + " bytes");
        }
        this.largest = largest;
        this.source = source;
        this.sequence = sequence;
        timeBase = stream.timeBase();
        payload = switch (stream.codec()) {
            case "h264", "hevc" -> new NalPayload(stream);
            case "mjpeg" -> new JpegPayload();
            default ->
                throw new EngineException(
                        ErrorCode.OUTPUT_FAILED, "stream", "RTP does not carry " + stream.codec() + " here");
        };
    }

    /** The lines of SDP that describe the stream, from {@code m=} on, each ended by CR and LF. */
    public String description() {
        return "m=video 0 RTP/AVP " + payload.type() + "\r\n" + payload.attributes();
    }

    /** Number of the packet that comes next, 0 to 65535. */
    public int nextSequence() {
        return sequence & 0xffff;
    }

    /** The RTP time of a time in ticks of the stream, as an unsigned number of 32 bits. */
    public int rtpTime(long ticks) {
        return (int) Math.round((double) ticks * timeBase.numerator() * CLOCK / timeBase.denominator());
    }

    /** The RTP packets of a picture, read-only; none when the packet makes no sense. */
    public List<ByteBuffer> packets(CodedPacket packet) {
        List<ByteBuffer> parts = payload.parts(packet, largest - HEADER);
        List<ByteBuffer> packets = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            ByteBuffer made = ByteBuffer.allocate(HEADER + parts.get(i).remaining());
            made.put((byte) VERSION_2).put((byte) (payload.type() | (last ? MARKER : 0)));
            made.putShort((short) sequence++).putInt(rtpTime(packet.shownAt())).putInt(source);
            packets.add(made.put(parts.get(i)).flip().asReadOnlyBuffer());
        }
        return packets;
    }
}

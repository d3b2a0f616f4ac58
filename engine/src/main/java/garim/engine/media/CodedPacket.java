package garim.engine.media;

import java.nio.ByteBuffer;

/**
 * A coded packet is one picture of a {@link CodedStream} as it comes from a camera or from an encoder.
 *
 * @param data bytes of the picture; read-only, from position to limit
 * @param shownAt presentation time in ticks of the stream
 * @param decodedAt decoding time in ticks of the stream; at most {@code shownAt}
 * @param lasts ticks, 0 where it is not known
 * @param key whether decoding can begin here
 */
public record CodedPacket(ByteBuffer data, long shownAt, long decodedAt, long lasts, boolean key) {
    public CodedPacket {
        data = data.asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer data() {
        return data.duplicate();
    }

    /** The same packet with other bytes in front of its own. */
    public CodedPacket behind(ByteBuffer head) {
        ByteBuffer all = ByteBuffer.allocate(head.remaining() + data.remaining())
                .put(head.duplicate())
                .put(data())
                .flip();
        return new CodedPacket(all, shownAt, decodedAt, lasts, key);
    }
}

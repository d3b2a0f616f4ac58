package garim.engine.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * NAL units are the parts that a coded picture of H.264 or HEVC is made of: after start codes (Annex B), as cameras and
 * encoders give them, or after their lengths, as files hold them.
 */
final class NalUnits {
    private static final String H264 = "h264";
    private static final int START_BYTES = 3;
    private static final int AVC_LENGTH_AT = 4;
    private static final int HEVC_LENGTH_AT = 21;

    private NalUnits() {}

    /** True when pictures of the codec are made of such units. */
    static boolean isCodecOfUnits(String codec) {
        return List.of(H264, "hevc").contains(codec);
    }

    /** Bytes of the length before each unit; 0 where start codes are used. */
    static int lengthBytes(CodedStream stream) {
        ByteBuffer setup = stream.setup();
        int at = stream.codec().equals(H264) ? AVC_LENGTH_AT : HEVC_LENGTH_AT;
        boolean isRecord = setup.remaining() > at && setup.get(setup.position()) == 1;
        return isRecord ? (setup.get(setup.position() + at) & 3) + 1 : 0;
    }

    /** The units of a packet, whichever way they are parted; what does not make sense is left out. */
    static List<ByteBuffer> of(ByteBuffer data, int lengthBytes) {
        return lengthBytes == 0 ? afterStartCodes(data) : afterLengths(data, lengthBytes);
    }

    /** The units between start codes, without them and without zeros at their ends; no unit is empty. */
    static List<ByteBuffer> afterStartCodes(ByteBuffer data) {
        List<ByteBuffer> units = new ArrayList<>();
        int from = startCode(data, data.position());
        while (from < data.limit()) {
            int begin = from + START_BYTES;
            int next = startCode(data, begin);
            int end = next;
            while (end > begin && data.get(end - 1) == 0) {
                end--;
            }
            if (end > begin) {
                units.add(data.slice(begin, end - begin));
            }
            from = next;
        }
        return units;
    }

    /** Where the next start code begins, or the limit. */
    private static int startCode(ByteBuffer data, int from) {
        int at = from;
        while (at + START_BYTES <= data.limit()) {
            int last = data.get(at + 2);
            if (last == 1 && data.get(at) == 0 && data.get(at + 1) == 0) {
                return at;
            }
            // A start code may begin at the last byte only where that is zero.
            at += last == 0 ? 1 : START_BYTES;
        }
        return data.limit();
    }

    private static List<ByteBuffer> afterLengths(ByteBuffer data, int lengthBytes) {
        List<ByteBuffer> units = new ArrayList<>();
        ByteBuffer rest = data.duplicate();
        while (rest.remaining() > lengthBytes) {
            long length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = (length << 8) | (rest.get() & 0xff);
            }
            if (length > rest.remaining()) {
                return units;
            }
            if (length > 0) {
                units.add(rest.slice(rest.position(), (int) length));
            }
            rest.position(rest.position() + (int) length);
        }
        return units;
    }

    /** The same units, each with its length in four bytes before it, as MP4 has them. */
    static ByteBuffer withLengths(ByteBuffer data) {
        List<ByteBuffer> units = afterStartCodes(data);
        int bytes = units.stream()
                .mapToInt(unit -> Integer.BYTES + unit.remaining())
                .sum();
        ByteBuffer out = ByteBuffer.allocate(bytes);
        units.forEach(unit -> out.putInt(unit.remaining()).put(unit.duplicate()));
        return out.flip();
    }

    /** What kind of unit it is, as the standard of the codec numbers them. */
    static int type(String codec, ByteBuffer unit) {
        int first = unit.get(unit.position()) & 0xff;
        return codec.equals(H264) ? first & 0x1f : first >> 1 & 0x3f;
    }
}

package garim.engine.media;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** NAL units are the parts that a coded picture of H.264 or HEVC is made of, here as they follow start codes (Annex B). */
final class NalUnits {
    private static final int START_BYTES = 3;

    private NalUnits() {}

    /** True when pictures of the codec are made of such units. */
    static boolean isCodecOfUnits(String codec) {
        return List.of("h264", "hevc").contains(codec);
    }

    /** The same units, each with its length in four bytes before it, as MP4 has them. */
    static ByteBuffer withLengths(ByteBuffer data) {
        List<ByteBuffer> units = of(data);
        int bytes = units.stream()
                .mapToInt(unit -> Integer.BYTES + unit.remaining())
                .sum();
        ByteBuffer out = ByteBuffer.allocate(bytes);
        units.forEach(unit -> out.putInt(unit.remaining()).put(unit));
        return out.flip();
    }

    /** The units between the start codes, without them and without zeros at their ends; no unit is empty. */
    static List<ByteBuffer> of(ByteBuffer data) {
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
        for (int at = from; at + START_BYTES <= data.limit(); at++) {
            if (data.get(at) == 0 && data.get(at + 1) == 0 && data.get(at + 2) == 1) {
                return at;
            }
        }
        return data.limit();
    }
}

package garim.engine.media;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes H.264 packets apart into their units (ITU-T H.264, 7.3.1 and Annex B; ISO/IEC 14496-15, 5.3.3) and puts together
 * what is a picture.
 */
final class H264Units {
    private static final int SLICE = 1;
    private static final int INSTANT_SLICE = 5;
    private static final int SEQUENCE_SET = 7;
    private static final int PICTURE_SET = 8;
    private static final byte[] START = {0, 0, 0, 1};

    /** Bytes of the length in front of each unit; 0 where start codes stand between them. */
    private final int lengthBytes;

    private final List<byte[]> sets;

    private H264Units(int lengthBytes, List<byte[]> sets) {
        this.lengthBytes = lengthBytes;
        this.sets = sets;
    }

    /**
     * Reads the setup of a stream.
     *
     * @return empty when it holds no parameter sets
     */
    static Optional<H264Units> of(byte[] setup) {
        if (setup.length > 6 && setup[0] == 1) {
            int at = 5;
            List<byte[]> sets = new ArrayList<>();
            for (int mask : new int[] {0x1f, 0xff}) {
                int count = setup[at++] & mask;
                for (; count > 0 && at + 2 <= setup.length; count--) {
                    int length = (setup[at] & 0xff) << 8 | (setup[at + 1] & 0xff);
                    sets.add(Arrays.copyOfRange(setup, at + 2, Math.min(setup.length, at + 2 + length)));
                    at += 2 + length;
                }
                if (at >= setup.length) {
                    break;
                }
            }
            return complete(new H264Units((setup[4] & 3) + 1, sets));
        }
        H264Units plain = new H264Units(0, List.of());
        List<byte[]> sets = plain.split(setup).stream().filter(H264Units::isSet).toList();
        return complete(new H264Units(0, sets));
    }

    private static Optional<H264Units> complete(H264Units units) {
        boolean hasBoth = units.sets.stream().anyMatch(set -> type(set) == SEQUENCE_SET)
                && units.sets.stream().anyMatch(set -> type(set) == PICTURE_SET);
        return hasBoth ? Optional.of(units) : Optional.empty();
    }

    /** True when a decoder can begin with a packet and forgets what was before it. */
    boolean isInstant(byte[] packet) {
        return split(packet).stream().anyMatch(unit -> type(unit) == INSTANT_SLICE);
    }

    /**
     * The slices of a packet with start codes between them.
     *
     * @param withSets whether the parameter sets stand in front
     * @return empty when it holds no slice, or parameter sets that are not those of the setup
     */
    Optional<byte[]> pictureOf(byte[] packet, boolean withSets) {
        ByteArrayOutputStream picture = new ByteArrayOutputStream(packet.length + 64);
        if (withSets) {
            sets.forEach(set -> add(picture, set));
        }
        int slices = 0;
        for (byte[] unit : split(packet)) {
            if (isSet(unit) && sets.stream().noneMatch(set -> Arrays.equals(set, unit))) {
                return Optional.empty();
            }
            if (type(unit) >= SLICE && type(unit) <= INSTANT_SLICE) {
                add(picture, unit);
                slices++;
            }
        }
        return slices > 0 ? Optional.of(picture.toByteArray()) : Optional.empty();
    }

    private static void add(ByteArrayOutputStream out, byte[] unit) {
        out.writeBytes(START);
        out.writeBytes(unit);
    }

    private static int type(byte[] unit) {
        return unit.length == 0 ? 0 : unit[0] & 0x1f;
    }

    private static boolean isSet(byte[] unit) {
        return type(unit) == SEQUENCE_SET || type(unit) == PICTURE_SET;
    }

    private List<byte[]> split(byte[] packet) {
        return lengthBytes > 0 ? splitByLength(packet) : splitByStart(packet);
    }

    private List<byte[]> splitByLength(byte[] packet) {
        List<byte[]> units = new ArrayList<>();
        int at = 0;
        while (at + lengthBytes <= packet.length) {
            int length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = length << 8 | (packet[at + i] & 0xff);
            }
            at += lengthBytes;
            if (length < 0 || length > packet.length - at) {
                // a torn packet is nobody's picture
                return List.of();
            }
            units.add(Arrays.copyOfRange(packet, at, at + length));
            at += length;
        }
        return units;
    }

    private static List<byte[]> splitByStart(byte[] packet) {
        List<byte[]> units = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i + 2 < packet.length; i++) {
            if (packet[i] == 0 && packet[i + 1] == 0 && packet[i + 2] == 1) {
                if (begin >= 0) {
                    units.add(withoutZeros(packet, begin, i));
                }
                begin = i + 3;
                i += 2;
            }
        }
        if (begin >= 0) {
            units.add(withoutZeros(packet, begin, packet.length));
        }
        return units;
    }

    /** A unit never ends in a zero; those behind it belong to the next start code. */
    private static byte[] withoutZeros(byte[] packet, int begin, int end) {
        int last = end;
        while (last > begin && packet[last - 1] == 0) {
            last--;
        }
        return Arrays.copyOfRange(packet, begin, last);
    }
}

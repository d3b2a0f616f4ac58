package garim.engine.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Parameter sets tell a decoder of H.264 or HEVC how to begin; cameras send them ahead of the pictures or inside of them. */
public final class ParameterSets {
    private static final byte[] START = {0, 0, 0, 1};
    private static final int AVC_SEQUENCE = 7;
    private static final int AVC_PICTURE = 8;
    private static final int AVC_RECORD = 5;
    private static final int HEVC_FIRST = 32;
    private static final int HEVC_LAST = 34;
    private static final int HEVC_RECORD = 22;

    private ParameterSets() {}

    /**
     * A stream whose setup is taken from one of its key packets, where it had none.
     *
     * @param key a packet with start codes (Annex B); where it holds no parameter sets the stream is returned as it was
     */
    public static CodedStream complete(CodedStream stream, CodedPacket key) {
        if (stream.setup().hasRemaining() || !NalUnits.isCodecOfUnits(stream.codec())) {
            return stream;
        }
        ByteArrayOutputStream setup = new ByteArrayOutputStream();
        for (ByteBuffer unit : NalUnits.afterStartCodes(key.data())) {
            if (isParameterSet(stream.codec(), unit)) {
                byte[] bytes = new byte[unit.remaining()];
                unit.get(bytes);
                setup.writeBytes(START);
                setup.writeBytes(bytes);
            }
        }
        return new CodedStream(
                stream.codec(),
                stream.width(),
                stream.height(),
                stream.timeBase(),
                ByteBuffer.wrap(setup.toByteArray()));
    }

    static boolean isParameterSet(String codec, ByteBuffer unit) {
        int type = NalUnits.type(codec, unit);
        return codec.equals("h264")
                ? type == AVC_SEQUENCE || type == AVC_PICTURE
                : type >= HEVC_FIRST && type <= HEVC_LAST;
    }

    /** The parameter sets in the setup of a stream, one unit each; none where the setup is empty or makes no sense. */
    static List<ByteBuffer> of(CodedStream stream) {
        if (!NalUnits.isCodecOfUnits(stream.codec())) {
            return List.of();
        }
        List<ByteBuffer> units =
                NalUnits.lengthBytes(stream) == 0 ? NalUnits.afterStartCodes(stream.setup()) : recorded(stream);
        return units.stream()
                .filter(unit -> isParameterSet(stream.codec(), unit))
                .toList();
    }

    /** Out of a decoder configuration record (ISO/IEC 14496-15). */
    private static List<ByteBuffer> recorded(CodedStream stream) {
        ByteBuffer setup = stream.setup();
        List<ByteBuffer> units = new ArrayList<>();
        if (stream.codec().equals("h264")) {
            setup.position(setup.position() + AVC_RECORD);
            units(setup, setup.get() & 0x1f, units);
            units(setup, setup.hasRemaining() ? setup.get() & 0xff : 0, units);
        } else {
            setup.position(setup.position() + HEVC_RECORD);
            int arrays = setup.get() & 0xff;
            for (int i = 0; i < arrays && setup.remaining() > 2; i++) {
                setup.get();
                units(setup, setup.getShort() & 0xffff, units);
            }
        }
        return units;
    }

    private static void units(ByteBuffer setup, int count, List<ByteBuffer> units) {
        for (int i = 0; i < count && setup.remaining() > 2; i++) {
            int length = Math.min(setup.getShort() & 0xffff, setup.remaining());
            if (length > 0) {
                units.add(setup.slice(setup.position(), length));
            }
            setup.position(setup.position() + length);
        }
    }
}

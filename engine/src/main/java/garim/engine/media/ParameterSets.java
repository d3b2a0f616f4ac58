package garim.engine.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Parameter sets tell a decoder of H.264 or HEVC how to begin; cameras send them ahead of the pictures or inside of them. */
public final class ParameterSets {
    private static final byte[] START = {0, 0, 0, 1};
    private static final int AVC_SEQUENCE = 7;
    private static final int AVC_PICTURE = 8;
    private static final int HEVC_FIRST = 32;
    private static final int HEVC_LAST = 34;

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
        for (ByteBuffer unit : NalUnits.of(key.data())) {
            if (isParameterSet(stream.codec(), unit)) {
                setup.writeBytes(START);
                byte[] bytes = new byte[unit.remaining()];
                unit.get(bytes);
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

    private static boolean isParameterSet(String codec, ByteBuffer unit) {
        int first = unit.get(unit.position()) & 0xff;
        int type = codec.equals("h264") ? first & 0x1f : first >> 1 & 0x3f;
        return codec.equals("h264")
                ? type == AVC_SEQUENCE || type == AVC_PICTURE
                : type >= HEVC_FIRST && type <= HEVC_LAST;
    }
}

package garim.engine.media;

import java.nio.ByteBuffer;

/**
 * A coded stream is what a decoder or a container must know about a video stream before its first packet.
 *
 * @param codec name of the codec as libav spells it, for example {@code h264}, {@code hevc} or {@code mjpeg}
 * @param width stored pixels
 * @param height stored pixels
 * @param timeBase seconds a tick of the packets' times
 * @param setup parameter sets of the codec (libav's extradata); empty where they travel in the packets; read-only, from position to limit
 */
public record CodedStream(String codec, int width, int height, Rational timeBase, ByteBuffer setup) {
    public CodedStream {
        setup = setup.asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer setup() {
        return setup.duplicate();
    }
}

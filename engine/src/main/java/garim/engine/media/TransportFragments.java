package garim.engine.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_AVOID_NEG_TS_DISABLED;

import java.nio.ByteBuffer;
import java.util.Map;

/** The pieces of an MPEG transport stream. */
final class TransportFragments implements Fragments {
    private final MuxStream mux;
    private final MuxBuffer buffer;

    TransportFragments(CodedStream stream, NativeScope scope) {
        mux = new MuxStream(stream, "mpegts", scope);
        mux.format().avoid_negative_ts(AVFMT_AVOID_NEG_TS_DISABLED);
        buffer = scope.own(new MuxBuffer(), MuxBuffer::close);
        mux.format().pb(buffer.open());
        mux.begin(Map.of());
    }

    @Override
    public ByteBuffer head() {
        return ByteBuffer.allocate(0);
    }

    @Override
    public void add(CodedPacket packet) {
        mux.write(packet);
    }

    @Override
    public ByteBuffer take() {
        ByteBuffer taken = buffer.take();
        mux.format().pb(buffer.open());
        return taken;
    }
}

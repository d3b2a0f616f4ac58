package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avformat.avio_close_dyn_buf;
import static org.bytedeco.ffmpeg.global.avformat.avio_open_dyn_buf;
import static org.bytedeco.ffmpeg.global.avutil.av_free;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A mux buffer is memory that a native muxer writes to, taken away piece by piece. */
final class MuxBuffer implements AutoCloseable {
    private AVIOContext io = new AVIOContext((Pointer) null);

    /** Begins a piece. */
    AVIOContext open() {
        io = new AVIOContext((Pointer) null);
        MuxStream.require(avio_open_dyn_buf(io));
        return io;
    }

    /** Ends the piece and gives its bytes; the muxer must not write before the next one is opened. */
    ByteBuffer take() {
        BytePointer memory = new BytePointer((Pointer) null);
        int size = avio_close_dyn_buf(io, memory);
        io = new AVIOContext((Pointer) null);
        byte[] bytes = new byte[Math.max(0, size)];
        if (!memory.isNull()) {
            memory.get(bytes);
            av_free(memory);
        }
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public void close() {
        if (!io.isNull()) {
            take();
        }
    }
}

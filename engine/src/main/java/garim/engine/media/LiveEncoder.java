package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import garim.engine.frame.EngineException;
import garim.engine.frame.Frame;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * A live encoder turns frames into packets at once: no frame waits for a later one, and a key picture comes every second, so that
 * whoever begins to watch need not wait long. Used by one thread.
 */
public final class LiveEncoder implements AutoCloseable {
    private static final Rational MICROS = new Rational(1, 1_000_000);
    private static final double KEY_SECONDS = 1;
    private static final Path SUBJECT = Path.of("live.mp4");

    /** A frame rate for the encoder's books only; the times of the frames are the camera's. */
    private static final int NOMINAL_RATE = 25;

    private final NativeScope scope = new NativeScope();
    private final VideoEncoder encoder;
    private final CodedStream stream;
    private final AVPacket packet;
    private final int width;
    private final int height;
    private final boolean isFullRange;
    private final Deque<Long> pending = new ArrayDeque<>();
    private long lastMicros = -1;

    /**
     * An encoder for frames like this one.
     *
     * @param like has their size and sample range
     * @param quantizer constant quality as an H.264 quantizer, 1 (best) to 51; 26 is good for watching
     * @throws EngineException OUTPUT_FAILED when there is no encoder for them
     */
    public LiveEncoder(Frame like, int quantizer) {
        Libav.load();
        width = like.width();
        height = like.height();
        isFullRange = like.fullRange();
        WriteSettings settings = WriteSettings.forFile(SUBJECT).withQuantizer(quantizer);
        try {
            encoder = new VideoEncoder(
                    SUBJECT,
                    info(like),
                    settings,
                    new VideoEncoder.Tuning(KEY_SECONDS, "constrained_baseline", "cavlc"),
                    scope);
            packet = scope.own(av_packet_alloc(), avcodec::av_packet_free);
        } catch (EngineException e) {
            scope.close();
            throw e;
        }
        stream = encoder.stream(MICROS);
    }

    private static MediaInfo info(Frame like) {
        MediaInfo plain = MediaInfo.ofComputedFrames(like.width(), like.height(), NOMINAL_RATE);
        Colors unknown = plain.colors();
        return plain.with(
                MICROS, new Colors(like.fullRange(), unknown.primaries(), unknown.transfer(), unknown.matrix()));
    }

    /** True when frames like this one are those that it was made for. */
    public boolean fits(Frame frame) {
        return frame.width() == width && frame.height() == height && frame.fullRange() == isFullRange;
    }

    /** What the packets are. */
    public CodedStream stream() {
        return stream;
    }

    /** Makes the next frame a key picture. */
    public void wantKey() {
        encoder.wantKey();
    }

    /**
     * Encodes a frame; its memory may be used again as soon as this returns.
     *
     * @param micros its time in microseconds, not negative; one that does not rise is moved
     * @return its packet; none only where an encoder holds frames back
     * @throws EngineException OUTPUT_FAILED
     */
    public List<CodedPacket> encode(Frame frame, long micros) {
        scope.requireOpen();
        long time = Math.max(lastMicros + 1, micros);
        long lasts = lastMicros < 0 ? 0 : time - lastMicros;
        lastMicros = time;
        pending.add(time);
        encoder.send(new Frame(
                frame.index(),
                time,
                frame.luma(),
                frame.cb(),
                frame.cr(),
                frame.fullRange(),
                frame.interlaced(),
                frame.damaged()));
        List<CodedPacket> packets = new ArrayList<>();
        while (encoder.receive(packet)) {
            packets.add(taken(pending.remove(), lasts));
        }
        return packets;
    }

    private CodedPacket taken(long micros, long lasts) {
        byte[] bytes = Libav.bytes(packet.data(), packet.size());
        boolean isKey = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        av_packet_unref(packet);
        return new CodedPacket(ByteBuffer.wrap(bytes), micros, micros, lasts, isKey);
    }

    /** Frees the native memory. */
    @Override
    public void close() {
        scope.close();
    }
}

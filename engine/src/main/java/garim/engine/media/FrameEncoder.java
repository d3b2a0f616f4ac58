package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import garim.engine.frame.EngineException;
import garim.engine.frame.Frame;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * A frame encoder turns frames into coded packets with the times of the frames, in ticks of the input, moved so that none
 * of the input is negative. The first packet is a key, and the same frames and settings give the same bytes.
 */
public final class FrameEncoder implements AutoCloseable {
    private final NativeScope scope;
    private final Path output;
    private final MediaInfo info;
    private final VideoEncoder encoder;
    private final AVPacket fresh;
    private final Deque<Long> pending = new ArrayDeque<>();
    private final Consumer<CodedPacket> receiver;
    private CodedPacket held = new CodedPacket(ByteBuffer.allocate(0), 0, 0, 0, false);
    private boolean holding;
    private long lastPts = Long.MIN_VALUE;
    private int sent;
    private int written;

    private FrameEncoder(
            Path output, MediaInfo info, WriteSettings settings, Consumer<CodedPacket> receiver, NativeScope scope) {
        this.scope = scope;
        this.output = output;
        this.info = info;
        this.receiver = receiver;
        Libav.load();
        encoder = new VideoEncoder(output, info, settings, scope);
        fresh = scope.own(av_packet_alloc(), avcodec::av_packet_free);
    }

    /**
     * Opens an encoder.
     *
     * @param output named in failures
     * @param info of the reader whose frames will be encoded
     * @param receiver takes the packets in order
     * @throws EngineException OUTPUT_FAILED when the encoder is missing or refuses the pictures
     */
    public static FrameEncoder open(
            Path output, MediaInfo info, WriteSettings settings, Consumer<CodedPacket> receiver) {
        NativeScope scope = new NativeScope();
        try {
            return new FrameEncoder(output, info, settings, receiver, scope);
        } catch (EngineException e) {
            scope.close();
            throw e;
        }
    }

    /** Ticks by which all times are moved; 0 unless the input begins before its time zero. */
    static long shift(MediaInfo info) {
        return Math.max(0, -info.startPts());
    }

    /** Name of the encoder that is at work. */
    public String name() {
        return encoder.name();
    }

    /** What is to be known before the first packet. */
    public CodedStream stream() {
        return encoder.stream(info.timeBase());
    }

    /**
     * Encodes a frame; its memory may be used again as soon as this returns.
     *
     * @throws IllegalArgumentException when size or order of the frame do not fit
     * @throws IllegalStateException when the encoder is closed or finished
     * @throws EngineException OUTPUT_FAILED
     */
    public void encode(Frame frame) {
        scope.requireOpen();
        if (frame.width() != info.width() || frame.height() != info.height() || frame.pts() <= lastPts) {
            throw new IllegalArgumentException("frame " + frame.index() + " does not follow the ones before it");
        }
        lastPts = frame.pts();
        sent++;
        pending.add(frame.pts() + shift(info));
        encoder.send(frame);
        drain();
    }

    private void drain() {
        while (encoder.receive(fresh)) {
            if (pending.isEmpty()) {
                throw OutputFile.failed(output, "the encoder gave more pictures than it got");
            }
            long pts = pending.remove();
            if (holding) {
                release(pts - held.shownAt());
            }
            byte[] data = Libav.bytes(fresh.data(), fresh.size());
            boolean isKey = (fresh.flags() & AV_PKT_FLAG_KEY) != 0;
            held = new CodedPacket(ByteBuffer.wrap(data), pts, pts, 0, isKey);
            holding = true;
            av_packet_unref(fresh);
        }
    }

    /** Hands on the packet held back, now that its duration in ticks is known. */
    private void release(long duration) {
        receiver.accept(new CodedPacket(held.data(), held.shownAt(), held.decodedAt(), duration, held.key()));
        holding = false;
        written++;
    }

    /**
     * Hands on what is left and closes the encoder.
     *
     * @param lastDuration how long the last frame is shown, in ticks
     * @return frames encoded
     * @throws EngineException OUTPUT_FAILED, also when there was no frame or one is missing
     */
    public int finish(long lastDuration) {
        scope.requireOpen();
        encoder.end();
        drain();
        if (holding) {
            release(Math.max(1, lastDuration));
        }
        if (written != sent || written == 0) {
            throw OutputFile.failed(output, "the encoder gave " + written + " pictures for " + sent);
        }
        scope.close();
        return written;
    }

    /** Frees the native memory; packets that were not handed on are lost. */
    @Override
    public void close() {
        scope.close();
    }
}

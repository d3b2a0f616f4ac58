package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;

import garim.engine.frame.EngineException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * A packet copy takes whole groups of pictures out of an H.264 file as they are, with the parameter sets that they need in
 * front of each picture with which a player may begin, and with nothing in them but pictures: no user data, no captions.
 */
public final class PacketCopy implements AutoCloseable {
    private final NativeScope scope;
    private final InputFile input;
    private final AVStream stream;
    private final AVPacket packet;
    private final PacketIndex index;
    private final MediaInfo info;
    private final H264Units units;

    private PacketCopy(
            NativeScope scope, InputFile input, AVStream stream, PacketIndex index, MediaInfo info, H264Units units) {
        this.scope = scope;
        this.input = input;
        this.stream = stream;
        this.index = index;
        this.info = info;
        this.units = units;
        packet = scope.own(av_packet_alloc(), avcodec::av_packet_free);
    }

    /**
     * Opens a file.
     *
     * @param info of a reader of the same file
     * @return empty when its video is not H.264 of 8 bits in 4:2:0, whose packets could stand between ours
     * @throws EngineException INPUT_MISSING or INPUT_NOT_VIDEO
     */
    public static Optional<PacketCopy> open(Path path, PacketIndex index, MediaInfo info) {
        boolean isUsual =
                (info.pixelFormat().equals("yuv420p") || info.pixelFormat().equals("yuvj420p"))
                        && info.width() % 2 == 0
                        && info.height() % 2 == 0;
        NativeScope scope = new NativeScope();
        try {
            InputFile input = InputFile.open(path, scope);
            AVStream stream = VideoReader.bestVideo(input);
            if (isUsual && stream.codecpar().codec_id() == AV_CODEC_ID_H264) {
                Optional<H264Units> units = H264Units.of(Libav.bytes(
                        stream.codecpar().extradata(), stream.codecpar().extradata_size()));
                if (units.isPresent()) {
                    return Optional.of(new PacketCopy(scope, input, stream, index, info, units.get()));
                }
            }
            scope.close();
            return Optional.empty();
        } catch (EngineException e) {
            scope.close();
            throw e;
        }
    }

    /**
     * The packets of a stretch of frames, in order, with times as an encoder would give them.
     *
     * @param first a key
     * @param end a key as well, or the number of frames
     * @return empty when they do not stand for themselves: no decoder could begin with the first or with the one after them,
     *     frames are not decoded in the order in which they are shown, or parameters change
     */
    public Optional<List<CodedPacket>> packets(int first, int end) {
        scope.requireOpen();
        if (av_seek_frame(input.format(), stream.index(), index.seekTime(first), AVSEEK_FLAG_BACKWARD) < 0) {
            return Optional.empty();
        }
        List<CodedPacket> packets = new ArrayList<>();
        int frame = first;
        while (frame <= end && input.read(packet)) {
            boolean isMine = packet.stream_index() == stream.index() && packet.size() > 0;
            if (isMine && (frame > first || packet.pts() >= index.shownAt(first))) {
                byte[] bytes = Libav.bytes(packet.data(), packet.size());
                boolean isInstant = units.isInstant(bytes);
                boolean stands = frame == end ? isInstant : isNext(frame) && (frame > first || isInstant);
                Optional<byte[]> kept = frame < end && stands ? units.pictureOf(bytes, isInstant) : Optional.empty();
                if (!stands || (frame < end && kept.isEmpty())) {
                    av_packet_unref(packet);
                    return Optional.empty();
                }
                kept.ifPresent(picture -> packets.add(coded(picture, isInstant)));
                frame++;
            }
            av_packet_unref(packet);
        }
        return frame >= end ? Optional.of(packets) : Optional.empty();
    }

    /** True when the packet is that of a frame, and frames are decoded as they are shown. */
    private boolean isNext(int frame) {
        return packet.pts() == index.shownAt(frame) && packet.pts() == packet.dts();
    }

    private CodedPacket coded(byte[] data, boolean isKey) {
        long time = packet.pts() + FrameEncoder.shift(info);
        long lasts = packet.duration() > 0 ? packet.duration() : info.frameTicks();
        return new CodedPacket(ByteBuffer.wrap(data), time, time, lasts, isKey);
    }

    @Override
    public void close() {
        scope.close();
    }
}

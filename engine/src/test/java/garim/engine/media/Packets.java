package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;

/** The packets of the first stream of a file, all at once. */
record Packets(CodedStream stream, List<CodedPacket> list) {
    static Packets of(Path file) {
        NativeScope scope = new NativeScope();
        try (scope) {
            InputFile input = InputFile.open(file, scope);
            AVStream from = input.streams().getFirst();
            AVPacket packet = scope.own(av_packet_alloc(), avcodec::av_packet_free);
            List<CodedPacket> list = new ArrayList<>();
            while (input.read(packet)) {
                if (packet.stream_index() == from.index()) {
                    boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
                    ByteBuffer data = copy(packet.data(), packet.size());
                    list.add(new CodedPacket(data, packet.pts(), packet.dts(), packet.duration(), key));
                }
                av_packet_unref(packet);
            }
            CodedStream stream = new CodedStream(
                    avcodec_get_name(from.codecpar().codec_id()).getString(),
                    from.codecpar().width(),
                    from.codecpar().height(),
                    Libav.rational(from.time_base(), new Rational(1, 1000)),
                    copy(from.codecpar().extradata(), from.codecpar().extradata_size()));
            return new Packets(stream, list);
        }
    }

    private static ByteBuffer copy(BytePointer from, int size) {
        byte[] bytes = new byte[size];
        if (size > 0) {
            from.get(bytes);
        }
        return ByteBuffer.wrap(bytes);
    }

    /** The same packets of a stream that tells nothing before them. */
    Packets withoutSetup() {
        CodedStream bare = new CodedStream(
                stream.codec(), stream.width(), stream.height(), stream.timeBase(), ByteBuffer.allocate(0));
        return new Packets(bare, list);
    }
}

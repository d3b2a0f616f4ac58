package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import garim.engine.frame.EngineException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * A packet index tells the time of every frame of a regular file, and where decoding can begin, without decoding.
 *
 * <p>A file is regular when every packet has a time of its own, is whole, and their number is what the file says; such a
 * file can be read from any of its keys on.
 */
public final class PacketIndex {
    /** Times and keys in the order in which they are shown. */
    private final long[] shownAt;

    private final boolean[] key;
    private final long[] decodedAt;

    private PacketIndex(long[] shownAt, long[] decodedAt, boolean[] key) {
        this.shownAt = shownAt;
        this.decodedAt = decodedAt;
        this.key = key;
    }

    /**
     * Reads the packets of the video stream that a {@link VideoReader} would choose.
     *
     * @return empty when the file is not regular
     * @throws EngineException INPUT_MISSING or INPUT_NOT_VIDEO
     */
    public static Optional<PacketIndex> of(Path path) {
        try (NativeScope scope = new NativeScope()) {
            InputFile input = InputFile.open(path, scope);
            AVStream stream = VideoReader.bestVideo(input);
            AVPacket packet = scope.own(av_packet_alloc(), avcodec::av_packet_free);
            Collector packets = new Collector();
            boolean isRegular = true;
            while (isRegular && input.read(packet)) {
                if (packet.stream_index() == stream.index() && packet.size() > 0) {
                    isRegular = packets.add(packet);
                }
                av_packet_unref(packet);
            }
            boolean isWhole = !input.isCut() && (stream.nb_frames() == 0 || stream.nb_frames() == packets.seen);
            return isRegular && isWhole ? packets.sorted() : Optional.empty();
        }
    }

    /** Number of frames. */
    public int frames() {
        return shownAt.length;
    }

    /** The time of a frame in ticks. */
    public long shownAt(int frame) {
        return shownAt[frame];
    }

    /** Whether decoding can begin with a frame. */
    public boolean isKey(int frame) {
        return key[frame];
    }

    /** The time to seek to so that a frame can be decoded, in ticks. */
    long seekTime(int frame) {
        int start = frame;
        while (start > 0 && !key[start]) {
            start--;
        }
        return decodedAt[start];
    }

    /** Gathers packets in the order in which they are decoded. */
    private static final class Collector {
        private long[] shownAt = new long[1024];
        private long[] decodedAt = new long[1024];
        private boolean[] key = new boolean[1024];
        private int size;
        private long seen;

        boolean add(AVPacket packet) {
            seen++;
            boolean isTimed = packet.pts() != AV_NOPTS_VALUE && packet.dts() != AV_NOPTS_VALUE;
            if (!isTimed || (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) {
                return false;
            }
            if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
                return true;
            }
            if (size == shownAt.length) {
                shownAt = Arrays.copyOf(shownAt, 2 * size);
                decodedAt = Arrays.copyOf(decodedAt, 2 * size);
                key = Arrays.copyOf(key, 2 * size);
            }
            shownAt[size] = packet.pts();
            decodedAt[size] = packet.dts();
            key[size++] = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            return true;
        }

        /** In the order in which they are shown; empty when two are shown at once or nothing can begin. */
        Optional<PacketIndex> sorted() {
            long[] times = Arrays.copyOf(shownAt, size);
            Arrays.sort(times);
            for (int i = 1; i < size; i++) {
                if (times[i] == times[i - 1]) {
                    return Optional.empty();
                }
            }
            long[] decoded = new long[size];
            boolean[] keys = new boolean[size];
            for (int i = 0; i < size; i++) {
                int place = Arrays.binarySearch(times, shownAt[i]);
                decoded[place] = decodedAt[i];
                keys[place] = key[i];
            }
            return size > 0 && keys[0] ? Optional.of(new PacketIndex(times, decoded, keys)) : Optional.empty();
        }
    }
}

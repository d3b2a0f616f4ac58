package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import garim.engine.frame.EngineException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;

/**
 * Finds the stretches of frames of which two H.264 files hold the very same coded pictures, by their bytes and without
 * decoding them.
 *
 * <p>It shares nothing with {@link PacketCopy}, which writes such files: units are parted and sorted by other code.
 */
public final class SamePackets {
    /** Fewer frames than a decoder may hold back are not worth it. */
    private static final int LEAST_FRAMES = 50;

    private static final String CODEC = "h264";
    private static final int INSTANT_SLICE = 5;
    /** Extra information, delimiters, ends, filling: nothing of a picture (ITU-T H.264, table 7-1). */
    private static final Set<Integer> NO_PICTURE = Set.of(6, 9, 10, 11, 12);

    private SamePackets() {}

    /**
     * A stretch of frames that begins with a picture that needs none before it; so does what follows it.
     *
     * @param first 0-based
     * @param end index after the last one
     */
    public record Stretch(int first, int end) {}

    /**
     * Compares two files, packet by packet.
     *
     * @param before a regular file
     * @param beforeIndex of it
     * @param after another one with as many frames; the parameter sets of the first must stand before each key
     * @return the stretches in order; none when not both are H.264
     * @throws EngineException INPUT_MISSING or INPUT_NOT_VIDEO
     */
    public static List<Stretch> of(Path before, PacketIndex beforeIndex, Path after, PacketIndex afterIndex) {
        if (beforeIndex.frames() != afterIndex.frames()) {
            return List.of();
        }
        try (NativeScope scope = new NativeScope();
                Packets left = new Packets(before, scope);
                Packets right = new Packets(after, scope)) {
            return left.isH264() && right.isH264()
                    ? new Comparison(left, beforeIndex, right, afterIndex).stretches()
                    : List.of();
        }
    }

    /** The packets of one file, in the order in which they are decoded. */
    private static final class Packets implements AutoCloseable {
        private final InputFile input;
        private final AVStream stream;
        private final AVPacket packet;
        private final boolean isH264;
        private final int lengthBytes;
        private final List<ByteBuffer> sets;

        Packets(Path path, NativeScope scope) {
            input = InputFile.open(path, scope);
            stream = VideoReader.bestVideo(input);
            packet = scope.own(av_packet_alloc(), avcodec::av_packet_free);
            isH264 = stream.codecpar().codec_id() == AV_CODEC_ID_H264;
            byte[] setup =
                    Libav.bytes(stream.codecpar().extradata(), stream.codecpar().extradata_size());
            CodedStream coded = new CodedStream(CODEC, 1, 1, new Rational(1, 1), ByteBuffer.wrap(setup));
            lengthBytes = NalUnits.lengthBytes(coded);
            sets = isH264 ? ParameterSets.of(coded) : List.of();
        }

        boolean isH264() {
            return isH264;
        }

        /** Goes to the next packet of a picture; false at the end. */
        boolean next() {
            av_packet_unref(packet);
            while (input.read(packet)) {
                if (packet.stream_index() == stream.index() && packet.size() > 0) {
                    return true;
                }
                av_packet_unref(packet);
            }
            return false;
        }

        /** True when the packet is that of a frame, and frames are decoded as they are shown. */
        boolean isOf(PacketIndex index, int frame) {
            return packet.pts() == index.shownAt(frame) && packet.pts() == packet.dts();
        }

        /** Seconds from the first frame. */
        double seconds(PacketIndex index, int frame) {
            return Libav.rational(stream.time_base(), new Rational(1, 1))
                    .seconds(index.shownAt(frame) - index.shownAt(0));
        }

        List<ByteBuffer> units() {
            ByteBuffer data = ByteBuffer.wrap(Libav.bytes(packet.data(), packet.size()));
            List<ByteBuffer> units = NalUnits.of(data, lengthBytes);
            int bytes = units.stream()
                    .mapToInt(unit -> lengthBytes + unit.remaining())
                    .sum();
            // of a torn packet nobody knows what it shows
            return lengthBytes == 0 || bytes == data.remaining() ? units : List.of();
        }

        @Override
        public void close() {
            av_packet_unref(packet);
        }
    }

    private static final class Comparison {
        private final Packets before;
        private final PacketIndex beforeIndex;
        private final Packets after;
        private final PacketIndex afterIndex;
        private final List<Stretch> stretches = new ArrayList<>();
        private int start = -1;
        private int latestInstant = -1;

        Comparison(Packets before, PacketIndex beforeIndex, Packets after, PacketIndex afterIndex) {
            this.before = before;
            this.beforeIndex = beforeIndex;
            this.after = after;
            this.afterIndex = afterIndex;
        }

        List<Stretch> stretches() {
            int frame = 0;
            while (frame < beforeIndex.frames() && before.next() && after.next()) {
                accept(frame++);
            }
            if (frame == beforeIndex.frames()) {
                end(frame);
            }
            return List.copyOf(stretches);
        }

        private void accept(int frame) {
            List<ByteBuffer> filmed = before.units();
            List<ByteBuffer> written = after.units();
            boolean isInstant = isInstant(filmed) && isInstant(written);
            boolean isSame = !written.isEmpty()
                    && before.isOf(beforeIndex, frame)
                    && after.isOf(afterIndex, frame)
                    && Math.abs(before.seconds(beforeIndex, frame) - after.seconds(afterIndex, frame))
                            <= MediaInfo.TIME_ROUNDING
                    && pictures(filmed, isInstant).equals(Optional.of(written));
            if (!isSame) {
                end(isInstant ? frame : latestInstant);
            } else if (isInstant) {
                start = start < 0 ? frame : start;
                latestInstant = frame;
            }
        }

        /** What a packet of the output must hold and nothing else; empty when the picture hangs on other parameters. */
        private Optional<List<ByteBuffer>> pictures(List<ByteBuffer> filmed, boolean isInstant) {
            List<ByteBuffer> expected = new ArrayList<>(isInstant ? before.sets : List.of());
            for (ByteBuffer unit : filmed) {
                if (ParameterSets.isParameterSet(CODEC, unit)) {
                    if (!before.sets.contains(unit)) {
                        return Optional.empty();
                    }
                } else if (!NO_PICTURE.contains(NalUnits.type(CODEC, unit))) {
                    expected.add(unit);
                }
            }
            return Optional.of(expected);
        }

        private static boolean isInstant(List<ByteBuffer> units) {
            return units.stream().anyMatch(unit -> NalUnits.type(CODEC, unit) == INSTANT_SLICE);
        }

        private void end(int end) {
            if (start >= 0 && end - start >= LEAST_FRAMES) {
                stretches.add(new Stretch(start, end));
            }
            start = -1;
        }
    }
}

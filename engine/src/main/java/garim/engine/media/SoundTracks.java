package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avcodec;

/** Sound tracks carry all audio of an input into an output, in step with the pictures. */
final class SoundTracks {
    private final InputFile input;
    private final Map<Integer, SoundTrack> tracks = new HashMap<>();
    private final AVPacket packet;
    private final double shiftSeconds;
    private boolean holding;
    private boolean ended;

    /**
     * Adds a stream to the output for every sound track.
     *
     * @param shiftSeconds added to every time, as it is to those of the pictures
     */
    SoundTracks(Path original, OutputFile output, double shiftSeconds, NativeScope scope) {
        this.shiftSeconds = shiftSeconds;
        input = InputFile.open(original, scope);
        packet = scope.own(av_packet_alloc(), avcodec::av_packet_free);
        for (AVStream stream : input.streams()) {
            Optional<SoundTrack> track = stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO
                    ? trackFor(stream, output, scope)
                    : Optional.empty();
            track.ifPresentOrElse(t -> tracks.put(stream.index(), t), () -> stream.discard(AVDISCARD_ALL));
        }
        ended = tracks.isEmpty();
    }

    private Optional<SoundTrack> trackFor(AVStream stream, OutputFile output, NativeScope scope) {
        if (output.canHold(stream.codecpar().codec_id())) {
            return Optional.of(new CopiedSound(stream, output, shiftSeconds));
        }
        return AacSound.open(stream, output, shiftSeconds, scope).map(track -> track);
    }

    /** Writes all sound up to a time in seconds of the output. */
    void writeUntil(double seconds) {
        while (!ended && advance()) {
            if (time() > seconds) {
                return;
            }
            Optional.ofNullable(tracks.get(packet.stream_index())).ifPresent(track -> track.write(packet));
            av_packet_unref(packet);
            holding = false;
        }
    }

    /** Writes all sound that is left. */
    void writeRest() {
        writeUntil(Double.POSITIVE_INFINITY);
        tracks.values().forEach(SoundTrack::finish);
    }

    private boolean advance() {
        while (!holding && !ended) {
            ended = !input.read(packet);
            holding = !ended && tracks.containsKey(packet.stream_index()) && packet.size() > 0;
            if (!holding) {
                av_packet_unref(packet);
            }
        }
        return holding;
    }

    private double time() {
        long ticks = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
        AVStream stream = input.streams().get(packet.stream_index());
        // A packet without a time belongs right after the one before it.
        return ticks == AV_NOPTS_VALUE
                ? Double.NEGATIVE_INFINITY
                : (double) ticks * stream.time_base().num() / stream.time_base().den() + shiftSeconds;
    }
}

package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * A copied sound track keeps the bytes of every packet and its time, moved to the tick of the output.
 *
 * <p>In a container that starts at zero, packets before zero are left out; they only warm up a decoder.
 */
final class CopiedSound implements SoundTrack {
    private final AVStream from;
    private final AVStream to;
    private final OutputFile output;
    private final double shiftSeconds;
    private long lastDts = AV_NOPTS_VALUE;
    private long lastDuration;

    CopiedSound(AVStream from, OutputFile output, double shiftSeconds) {
        this.from = from;
        this.output = output;
        this.shiftSeconds = shiftSeconds;
        to = output.addStream();
        avcodec_parameters_copy(to.codecpar(), from.codecpar());
        to.codecpar().codec_tag(0);
        to.time_base(from.time_base());
    }

    @Override
    public void write(AVPacket packet) {
        av_packet_rescale_ts(packet, from.time_base(), to.time_base());
        packet.stream_index(to.index()).pos(-1);
        time(packet);
        if (packet.pts() + warmUp() >= 0 || !output.startsAtZero()) {
            output.write(packet);
        }
    }

    /** Ticks by which the muxer itself moves Opus sound later. */
    private long warmUp() {
        long samples =
                to.codecpar().codec_id() == AV_CODEC_ID_OPUS ? to.codecpar().initial_padding() : 0;
        double seconds = (double) samples / Math.max(1, to.codecpar().sample_rate());
        return (long) Math.ceil(seconds * to.time_base().den() / to.time_base().num());
    }

    private void time(AVPacket packet) {
        long shift =
                Math.round(shiftSeconds * to.time_base().den() / to.time_base().num());
        boolean first = lastDts == AV_NOPTS_VALUE;
        long following = first ? 0 : lastDts + Math.max(1, lastDuration);
        long dts = packet.dts() == AV_NOPTS_VALUE ? packet.pts() : packet.dts();
        dts = dts == AV_NOPTS_VALUE ? following : dts + shift;
        // Damaged input may step back in time, which no container takes.
        dts = first ? dts : Math.max(dts, lastDts + 1);
        long pts = packet.pts() == AV_NOPTS_VALUE ? dts : Math.max(dts, packet.pts() + shift);
        packet.dts(dts).pts(pts);
        lastDts = dts;
        lastDuration = packet.duration();
    }

    @Override
    public void finish() {
        // Every packet was written as it came.
    }
}

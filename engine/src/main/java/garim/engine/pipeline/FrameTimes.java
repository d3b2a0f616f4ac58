package garim.engine.pipeline;

import garim.engine.frame.Frame;
import garim.engine.media.MediaInfo;
import garim.engine.media.PacketIndex;
import garim.engine.media.VideoReader;
import garim.engine.proof.OutputMedia;

/** The times of the frames of one file, in seconds from its first frame. */
final class FrameTimes {
    private final MediaInfo info;
    private int frames;
    private long first;
    private long last;

    FrameTimes(VideoReader reader) {
        info = reader.info();
    }

    /** Notes the next frame and tells its time. */
    double add(Frame frame) {
        first = frames == 0 ? frame.pts() : first;
        last = frame.pts();
        frames++;
        return info.timeBase().seconds(last - first);
    }

    /** As if all frames up to an index had been added. */
    void passTo(PacketIndex index, int frame) {
        first = index.shownAt(0);
        last = index.shownAt(frame - 1);
        frames = frame;
    }

    int frames() {
        return frames;
    }

    /** How long a frame is shown at the nominal rate. */
    double nominal() {
        return info.timeBase().seconds(info.frameTicks());
    }

    /** What the file held, once it is read to its end. */
    OutputMedia media() {
        return new OutputMedia(
                info.container(),
                info.codec(),
                info.width(),
                info.height(),
                frames,
                Math.round(info.timeBase().seconds(last - first) * 1000) / 1000.0,
                info.audio().size());
    }
}

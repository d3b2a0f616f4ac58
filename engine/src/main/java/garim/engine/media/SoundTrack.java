package garim.engine.media;

import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** A sound track takes the packets of one audio stream of the input and puts sound into the output. */
sealed interface SoundTrack permits CopiedSound, AacSound {
    /** Takes a packet; its contents may be moved away. */
    void write(AVPacket packet);

    /** Writes what is still held back. */
    void finish();
}

package garim.engine.media;

import garim.engine.frame.EngineException;
import garim.engine.frame.Frame;
import java.nio.file.Path;

/**
 * A video writer encodes frames into a {@link VideoFile} as they come.
 *
 * <p>Odd sides are made even by repeating the last column or row, since 4:2:0 video cannot have them. Interlaced pictures
 * are coded as progressive ones; the rows stay as they are. Pictures above 9437184 pixels, which openh264 cannot hold, are
 * encoded as MPEG-4 Part 2.
 */
public final class VideoWriter implements AutoCloseable {
    private final MediaInfo info;
    private final FrameEncoder encoder;
    private final VideoFile file;

    private VideoWriter(Path output, Path originalInput, MediaInfo info, WriteSettings settings) {
        this.info = info;
        encoder = FrameEncoder.open(output, info, settings, this::pass);
        try {
            file = VideoFile.create(output, originalInput, info, settings, encoder.stream());
        } catch (EngineException e) {
            encoder.close();
            throw e;
        }
    }

    /**
     * Creates a file, replacing one that is there.
     *
     * @param output the file to write; its name may end in anything
     * @param originalInput the file whose sound is copied, if the settings ask for it
     * @param info of the reader whose frames will be written
     * @throws EngineException OUTPUT_FAILED
     */
    public static VideoWriter create(Path output, Path originalInput, MediaInfo info, WriteSettings settings) {
        return new VideoWriter(output, originalInput, info, settings);
    }

    private void pass(CodedPacket packet) {
        file.write(packet);
    }

    /**
     * Encodes a frame; its memory may be used again as soon as this returns.
     *
     * @throws IllegalArgumentException when size or order of the frame do not fit
     * @throws IllegalStateException when the writer is closed or finished
     * @throws EngineException OUTPUT_FAILED
     */
    public void write(Frame frame) {
        encoder.encode(frame);
    }

    /** As {@link #finish(long)} with a last frame as long as the nominal frame rate says. */
    public WriteReport finish() {
        return finish(info.frameTicks());
    }

    /**
     * Writes what is left, brings the file to the disk and closes the writer.
     *
     * @param lastDuration how long the last frame is shown, in ticks; the reader's report tells it
     * @throws EngineException OUTPUT_FAILED, also when no frame was written or one is missing
     */
    public WriteReport finish(long lastDuration) {
        String name = encoder.name();
        encoder.finish(lastDuration);
        return file.finish(name);
    }

    /** Frees the native memory; without {@link #finish} before it the file is left incomplete and useless. */
    @Override
    public void close() {
        encoder.close();
        file.close();
    }
}

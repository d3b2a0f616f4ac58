package garim.engine.pipeline;

import garim.engine.frame.Frame;
import garim.engine.media.ReadReport;
import garim.engine.media.VideoReader;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A frame source gives the frames of a reader one after the other and lets the next one be looked at before it is taken. */
final class FrameSource implements AutoCloseable {
    private final VideoReader reader;
    private final WorkClock clock;
    private Optional<Frame> next = Optional.empty();
    private boolean isOver;

    FrameSource(VideoReader reader, WorkClock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    VideoReader reader() {
        return reader;
    }

    /** The next frame, which stays the next one; empty at the end. */
    Optional<Frame> peek() {
        if (next.isEmpty() && !isOver) {
            next = clock.time(Work.READ_AGAIN, reader::read);
            isOver = next.isEmpty();
        }
        return next;
    }

    /** Takes the next frame if its index is below a bound. */
    Optional<Frame> takeBefore(int end) {
        Optional<Frame> found = peek().filter(frame -> frame.index() < end);
        next = found.isPresent() ? Optional.empty() : next;
        return found;
    }

    /** Passes over a number of frames, or all that are left if they are fewer. */
    void skip(long frames) {
        long left = frames;
        if (left > 0 && next.isPresent()) {
            reader.recycle(next.get());
            next = Optional.empty();
            left--;
        }
        for (; left > 0 && !isOver; left--) {
            isOver = !clock.time(Work.READ_AGAIN, reader::skip);
        }
    }

    /** Checksum of the brightness of the next frame; 0 at the end. */
    long checksum() {
        CRC32C crc = new CRC32C();
        peek().map(Frame::luma).ifPresent(luma -> {
            for (int row = 0; row < luma.height(); row++) {
                crc.update(luma.bytes().slice(row * luma.stride(), luma.width()));
            }
        });
        return crc.getValue();
    }

    ReadReport report() {
        return reader.report();
    }

    @Override
    public void close() {
        reader.close();
    }
}

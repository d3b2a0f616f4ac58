package garim.live.store;

import garim.engine.media.CodedPacket;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** An open segment is a stretch of a stream on its way to the disk. */
public interface OpenSegment {
    /** Takes a picture; it may reach the disk later. */
    void write(CodedPacket packet, Instant taken) throws IOException;

    /** How long the segment is when it ends before a packet. */
    Duration lengthUpTo(CodedPacket packet);

    /** Pictures that are on the disk. */
    int pictures();

    /** Writes what is left and closes the segment. */
    void finish() throws IOException;

    /** Closes the segment after a failure; what is whole on the disk stays, and nothing else. */
    void abandon() throws IOException;
}

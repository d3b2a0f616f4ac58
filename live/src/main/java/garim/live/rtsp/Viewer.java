package garim.live.rtsp;

import java.nio.ByteBuffer;

/** A viewer takes the packets of a stream. */
interface Viewer {
    /**
     * Takes an RTP packet or a report (RTCP) and returns at once.
     *
     * @return false when the viewer is gone or too slow, and is to be let go
     */
    boolean take(ByteBuffer packet, boolean report);

    /** The stream is no more what it was: the viewer has to ask anew. */
    void dismiss();
}

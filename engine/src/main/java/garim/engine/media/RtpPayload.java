package garim.engine.media;

import java.nio.ByteBuffer;
import java.util.List;

/** A payload format says how the pictures of a codec are cut so that they fit into RTP packets. */
interface RtpPayload {
    /** Number of the payload type. */
    int type();

    /** Lines of SDP, each ended by CR and LF. */
    String attributes();

    /** The parts of a picture, none longer than so many bytes. */
    List<ByteBuffer> parts(CodedPacket packet, int largest);
}

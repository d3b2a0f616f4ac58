package garim.engine.media;

import java.nio.ByteBuffer;

/** Fragments are the pieces that a container is made of, one after the other. */
interface Fragments {
    /** What comes before the first piece; may be empty. */
    ByteBuffer head();

    /** Adds a packet, whose times rise, to the piece that is being made. */
    void add(CodedPacket packet);

    /** Ends the piece; empty when nothing was added. */
    ByteBuffer take();
}

package garim.engine.seal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A record of a sidecar.
 *
 * @param type what it is
 * @param frame 0-based frame index; 0 where it belongs to none
 * @param tracks the tracks it is about, in rising order
 * @param payload encrypted, or the shares of a key
 */
record SealRecord(Type type, int frame, List<Integer> tracks, ByteBuffer payload) {
    private static final int MOST_TRACKS = 4096;
    private static final int LARGEST = 256 << 20;

    /** What a record is. */
    enum Type {
        /** The wrapped shares of the key of a track; comes before anything of that track. */
        KEY(1),
        /** What lay under the masks of some tracks in a frame. */
        COVER(2),
        /** How many covers a track has; nothing of that track comes after it. */
        END(3),
        /** Hash of the masked video and of everything before; nothing comes after it. */
        CLOSE(4);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        static Type of(int code) throws IOException {
            for (Type type : values()) {
                if (type.code == code) {
                    return type;
                }
            }
            throw new IOException("a record that is none");
        }
    }

    SealRecord {
        tracks = List.copyOf(tracks);
    }

    byte[] bytes() {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return bytes;
    }

    /** What is bound into the encryption of a cover or an end, so that it cannot be put anywhere else. */
    static byte[] bound(byte[] headerHash, Type type, int frame, List<Integer> tracks) {
        ByteBuffer place = ByteBuffer.allocate(headerHash.length + 8 + 4 * tracks.size());
        place.put(headerHash).putInt(type.code).putInt(frame);
        tracks.forEach(place::putInt);
        return place.array();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(type.code);
        out.writeInt(frame);
        out.writeShort(tracks.size());
        for (int track : tracks) {
            out.writeInt(track);
        }
        out.writeInt(payload.remaining());
        out.write(bytes());
    }

    static SealRecord read(DataInputStream in) throws IOException {
        Type type = Type.of(in.readUnsignedByte());
        int frame = in.readInt();
        int count = in.readUnsignedShort();
        if (frame < 0 || count > MOST_TRACKS) {
            throw new IOException("a record that is none");
        }
        List<Integer> tracks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tracks.add(in.readInt());
        }
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("a record of " + length + " bytes");
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException("it is cut");
        }
        return new SealRecord(type, frame, tracks, ByteBuffer.wrap(payload));
    }
}

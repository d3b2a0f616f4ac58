package garim.engine.pipeline;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import garim.engine.mask.MaskedPart;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * The samples of a masked part as bytes: its bounds and blocks, then for each block four samples of Y, and then one of Cb and
 * one of Cr for each. At the border of an odd picture the last row or column stands for the missing one.
 */
final class PartSamples {
    private static final int SAMPLES = 6;
    private static final int BOUNDS = 5 * Integer.BYTES;

    private PartSamples() {}

    /** Takes the samples out of a frame that is not masked yet. */
    static byte[] take(Frame frame, MaskedPart part) {
        BitSet blocks = part.blocks();
        byte[] set = blocks.toByteArray();
        ByteBuffer bytes = ByteBuffer.allocate(BOUNDS + set.length + SAMPLES * blocks.cardinality());
        bytes.putInt(part.x()).putInt(part.y()).putInt(part.width()).putInt(part.height());
        bytes.putInt(set.length).put(set);
        for (int at = blocks.nextSetBit(0); at >= 0; at = blocks.nextSetBit(at + 1)) {
            int x = 2 * (part.x() + at % part.width());
            int y = 2 * (part.y() + at / part.width());
            bytes.put(sample(frame.luma(), x, y)).put(sample(frame.luma(), x + 1, y));
            bytes.put(sample(frame.luma(), x, y + 1)).put(sample(frame.luma(), x + 1, y + 1));
        }
        for (Plane plane : new Plane[] {frame.cb(), frame.cr()}) {
            for (int at = blocks.nextSetBit(0); at >= 0; at = blocks.nextSetBit(at + 1)) {
                bytes.put(sample(plane, part.x() + at % part.width(), part.y() + at / part.width()));
            }
        }
        return bytes.array();
    }

    private static byte sample(Plane plane, int x, int y) {
        return (byte) plane.at(Math.min(x, plane.width() - 1), Math.min(y, plane.height() - 1));
    }

    /**
     * Puts samples back into a frame.
     *
     * @throws EngineException SEAL_INVALID when the bytes are not what {@link #take} made
     */
    static void putBack(Frame frame, ByteBuffer samples) {
        try {
            ByteBuffer bytes = samples.duplicate();
            int left = bytes.getInt();
            int top = bytes.getInt();
            int width = bytes.getInt();
            int height = bytes.getInt();
            byte[] set = new byte[bytes.getInt()];
            bytes.get(set);
            BitSet blocks = BitSet.valueOf(set);
            if (width < 1 || left < 0 || top < 0 || blocks.length() > (long) width * height) {
                throw invalid();
            }
            for (int at = blocks.nextSetBit(0); at >= 0; at = blocks.nextSetBit(at + 1)) {
                int x = 2 * (left + at % width);
                int y = 2 * (top + at / width);
                put(frame.luma(), x, y, bytes.get());
                put(frame.luma(), x + 1, y, bytes.get());
                put(frame.luma(), x, y + 1, bytes.get());
                put(frame.luma(), x + 1, y + 1, bytes.get());
            }
            for (Plane plane : new Plane[] {frame.cb(), frame.cr()}) {
                for (int at = blocks.nextSetBit(0); at >= 0; at = blocks.nextSetBit(at + 1)) {
                    put(plane, left + at % width, top + at / width, bytes.get());
                }
            }
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw invalid();
        }
    }

    private static void put(Plane plane, int x, int y, byte value) {
        if (x < plane.width() && y < plane.height()) {
            plane.put(x, y, value);
        }
    }

    private static EngineException invalid() {
        return new EngineException(ErrorCode.SEAL_INVALID, "sidecar", "its samples make no sense");
    }
}

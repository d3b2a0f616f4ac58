package garim.engine.frame;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A plane is one rectangle of 8-bit samples; the sample at column x, row y is byte {@code y * stride + x} of its buffer.
 *
 * @param bytes direct or heap buffer; only absolute access is used, position and limit are ignored
 * @param width samples per row
 * @param height rows
 * @param stride bytes from one row to the next, at least {@code width}
 */
public record Plane(ByteBuffer bytes, int width, int height, int stride) {
    public Plane {
        Objects.requireNonNull(bytes);
        if (width <= 0 || height <= 0 || stride < width) {
            throw new IllegalArgumentException("bad plane " + width + "x" + height + " stride " + stride);
        }
        if (bytes.capacity() < (height - 1) * stride + width) {
            throw new IllegalArgumentException("buffer too small for plane " + width + "x" + height);
        }
    }

    /** A new plane of zeros in native memory, its rows without gaps. */
    public static Plane allocate(int width, int height) {
        return new Plane(ByteBuffer.allocateDirect(width * height), width, height, width);
    }

    /** The sample at column x, row y, 0-255. */
    public int at(int x, int y) {
        return bytes.get(y * stride + x) & 0xff;
    }

    /** Sets the sample at column x, row y to the low 8 bits of the value. */
    public void put(int x, int y, int value) {
        bytes.put(y * stride + x, (byte) value);
    }
}

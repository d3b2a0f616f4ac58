package garim.models.build;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/**
 * A stored tensor is one constant of a TensorFlow.js model, its values as they lie in the file.
 *
 * @param name name of the constant
 * @param shape sides
 * @param type how a value is stored
 * @param bytes the values, lowest byte first
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record StoredTensor(String name, long[] shape, Type type, byte[] bytes) {
    /** How one value is stored. */
    enum Type {
        /** IEEE 754 binary16. */
        FLOAT16(2),
        /** Signed integer. */
        INT32(4);

        private final int width;

        Type(int width) {
            this.width = width;
        }

        /** Bytes of one value. */
        int width() {
            return width;
        }

        /** The type of this name in a manifest. */
        static Type named(String name) {
            return switch (name) {
                case "float16" -> FLOAT16;
                case "int32" -> INT32;
                default -> throw new IllegalArgumentException("weights stored as \"" + name + "\" are not understood");
            };
        }
    }

    /** Number of values of a shape. */
    static int count(long[] shape) {
        long count = 1;
        for (long side : shape) {
            if (side < 0 || side > Integer.MAX_VALUE || count * side > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("there is no tensor of shape " + Arrays.toString(shape));
            }
            count *= side;
        }
        return (int) count;
    }

    /** The values of a tensor of numbers. */
    float[] floats() {
        require(Type.FLOAT16);
        ByteBuffer stored = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.length / Type.FLOAT16.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(stored.getShort());
        }
        return values;
    }

    /**
     * The values of a tensor of integers.
     *
     * @param expected how many there must be
     */
    int[] integers(int expected) {
        require(Type.INT32);
        int[] values = new int[bytes.length / Type.INT32.width()];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
        if (values.length != expected) {
            throw new IllegalArgumentException(name + " has " + values.length + " values instead of " + expected);
        }
        return values;
    }

    /** The stored bytes with filters turned from row, column, in, out to out, in, row, column. */
    byte[] filtersOutFirst() {
        require(Type.FLOAT16);
        if (shape.length != 4) {
            throw new IllegalArgumentException(name + " is not a set of filters");
        }
        int inputs = (int) shape[2];
        int outputs = (int) shape[3];
        int area = (int) (shape[0] * shape[1]);
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i += 2) {
            int at = i / 2;
            int target = (at % outputs * inputs + at / outputs % inputs) * area + at / outputs / inputs;
            turned[2 * target] = bytes[i];
            turned[2 * target + 1] = bytes[i + 1];
        }
        return turned;
    }

    private void require(Type expected) {
        if (type != expected) {
            throw new IllegalArgumentException(
                    name + " is not stored as " + expected.toString().toLowerCase(Locale.ROOT));
        }
    }
}

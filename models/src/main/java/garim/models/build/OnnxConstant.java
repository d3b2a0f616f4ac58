package garim.models.build;

import garim.models.build.ProtoReader.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * One constant of an ONNX graph. Source of field numbers: onnx.proto.
 *
 * @param name empty where a node holds it
 * @param shape its sides
 * @param values of a constant of floats; empty for others
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record OnnxConstant(String name, long[] shape, float[] values) {
    private static final int FLOAT = 1;

    /**
     * Reads a constant.
     *
     * @throws IllegalArgumentException when its values do not fit its shape
     */
    static OnnxConstant of(byte[] message) {
        List<Long> sides = new ArrayList<>();
        String name = "";
        long type = 0;
        ByteBuffer stored = ByteBuffer.allocate(0);
        for (Field field : ProtoReader.fields(message)) {
            switch (field.number()) {
                case 1 -> sides.addAll(field.integers());
                case 2 -> type = field.value();
                case 8 -> name = field.text();
                // raw bytes and packed floats lie there alike
                case 4, 9 -> stored = ByteBuffer.wrap(field.bytes()).order(ByteOrder.LITTLE_ENDIAN);
                default -> {}
            }
        }
        long[] shape = sides.stream().mapToLong(Long::longValue).toArray();
        float[] values = new float[type == FLOAT ? stored.remaining() / Float.BYTES : 0];
        if (type == FLOAT && values.length != StoredTensor.count(shape)) {
            throw new IllegalArgumentException(name + " has " + values.length + " values");
        }
        stored.asFloatBuffer().get(values);
        return new OnnxConstant(name, shape, values);
    }

    ProtoWriter toProto() {
        return OnnxGraph.floatTensor(name, shape, values);
    }
}

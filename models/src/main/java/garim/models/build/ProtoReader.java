package garim.models.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads one protobuf message as its fields in order. Source: Protocol Buffers encoding. */
final class ProtoReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private int at;

    private ProtoReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * One field.
     *
     * @param number its number
     * @param value of an integer field
     * @param bytes of a text, bytes or message field; empty for integers
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Field(int number, long value, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The numbers of a repeated integer field, of which this is one entry or, packed, several. */
        List<Long> integers() {
            if (bytes.length == 0) {
                return List.of(value);
            }
            ProtoReader packed = new ProtoReader(bytes);
            List<Long> values = new ArrayList<>();
            while (packed.at < bytes.length) {
                values.add(packed.varint());
            }
            return values;
        }

        /** Writes an integer, a text, bytes or a message again as it was. */
        void copyTo(ProtoWriter target) {
            if (bytes.length > 0) {
                target.bytes(number, bytes);
            } else {
                target.integer(number, value);
            }
        }
    }

    /**
     * All fields of a message.
     *
     * @throws IndexOutOfBoundsException or IllegalArgumentException when the bytes are no message
     */
    static List<Field> fields(byte[] message) {
        ProtoReader reader = new ProtoReader(message);
        List<Field> fields = new ArrayList<>();
        while (reader.at < message.length) {
            fields.add(reader.next());
        }
        return fields;
    }

    private Field next() {
        long tag = varint();
        int number = (int) (tag >>> 3);
        return switch ((int) (tag & 7)) {
            case VARINT -> new Field(number, varint(), new byte[0]);
            case DELIMITED -> new Field(number, 0, take((int) varint()));
            case FIXED32 -> new Field(number, 0, take(Integer.BYTES));
            case FIXED64 -> new Field(number, 0, take(Long.BYTES));
            default -> throw new IllegalArgumentException("unknown wire type in tag " + tag);
        };
    }

    private byte[] take(int length) {
        int from = at;
        at = Math.addExact(at, length);
        if (length < 0 || at > bytes.length) {
            throw new IllegalArgumentException("field of " + length + " bytes does not fit");
        }
        return Arrays.copyOfRange(bytes, from, at);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("number without end");
    }
}

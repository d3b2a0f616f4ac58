package garim.live.vault;

import garim.engine.media.CodedStream;
import garim.engine.media.Rational;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * What the first chunk of a sealed segment tells.
 *
 * @param camera whose pictures these are
 * @param begin when the first one was taken
 * @param number how many segments of this camera came before under the same day key
 * @param stream what a decoder must know
 */
record SealedHeader(String camera, Instant begin, int number, CodedStream stream) {
    private static final int LARGEST_SETUP = 1 << 20;

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(camera);
        out.writeLong(begin.getEpochSecond());
        out.writeInt(begin.getNano());
        out.writeInt(number);
        out.writeUTF(stream.codec());
        out.writeInt(stream.width());
        out.writeInt(stream.height());
        out.writeInt(stream.timeBase().numerator());
        out.writeInt(stream.timeBase().denominator());
        byte[] setup = new byte[stream.setup().remaining()];
        stream.setup().get(setup);
        out.writeInt(setup.length);
        out.write(setup);
        return bytes.toByteArray();
    }

    static SealedHeader read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String camera = in.readUTF();
        Instant begin = Instant.ofEpochSecond(in.readLong(), in.readInt());
        int number = in.readInt();
        String codec = in.readUTF();
        int width = in.readInt();
        int height = in.readInt();
        Rational base = new Rational(in.readInt(), in.readInt());
        int length = in.readInt();
        if (length < 0 || length > LARGEST_SETUP) {
            throw new IOException("a setup of " + length + " bytes");
        }
        ByteBuffer setup = ByteBuffer.wrap(in.readNBytes(length));
        return new SealedHeader(camera, begin, number, new CodedStream(codec, width, height, base, setup));
    }
}

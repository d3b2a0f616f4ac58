package garim.engine.pipeline;

import garim.engine.media.CodedStream;
import garim.engine.media.Rational;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * What is known of a segment when it is written.
 *
 * @param stream what its packets are
 * @param encoder name of the encoder
 * @param isCopied true when its packets are those of the input
 * @param frames frames written
 * @param maskedFrames frames with at least one mask, whole ones included
 * @param wholeFrames frames masked whole
 * @param damagedFrames frames in which the decoder had to guess a part, from the beginning of the file or of the reading
 * @param repairedTimestamps frames whose time had to be moved, counted likewise
 * @param truncated true when the input ended before its own index says
 * @param firstPicture checksum of its first picture as it was read; 0 when it was copied
 * @param nextPicture checksum of the picture after it; 0 at the end of the file, and when it was copied
 */
record SegmentEnd(
        CodedStream stream,
        String encoder,
        boolean isCopied,
        long frames,
        long maskedFrames,
        long wholeFrames,
        long damagedFrames,
        long repairedTimestamps,
        boolean truncated,
        long firstPicture,
        long nextPicture) {
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(stream.codec());
            out.writeInt(stream.width());
            out.writeInt(stream.height());
            out.writeInt(stream.timeBase().numerator());
            out.writeInt(stream.timeBase().denominator());
            byte[] setup = new byte[stream.setup().remaining()];
            stream.setup().get(setup);
            out.writeInt(setup.length);
            out.write(setup);
            out.writeUTF(encoder);
            out.writeBoolean(isCopied);
            out.writeLong(frames);
            out.writeLong(maskedFrames);
            out.writeLong(wholeFrames);
            out.writeLong(damagedFrames);
            out.writeLong(repairedTimestamps);
            out.writeBoolean(truncated);
            out.writeLong(firstPicture);
            out.writeLong(nextPicture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static SegmentEnd of(byte[] record) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
            String codec = in.readUTF();
            int width = in.readInt();
            int height = in.readInt();
            Rational timeBase = new Rational(in.readInt(), in.readInt());
            ByteBuffer setup = ByteBuffer.wrap(in.readNBytes(in.readInt()));
            return new SegmentEnd(
                    new CodedStream(codec, width, height, timeBase, setup),
                    in.readUTF(),
                    in.readBoolean(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readBoolean(),
                    in.readLong(),
                    in.readLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package garim.live;

import garim.engine.media.CodedPacket;
import garim.engine.media.CodedStream;
import garim.engine.media.ParameterSets;
import garim.engine.media.Rational;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A small clip as a camera gives it: H.264 with start codes, ten pictures a second, ticks of 1/90000 s.
 *
 * @param stream what comes before the packets
 * @param packets one for each picture
 * @param file the same pictures in a file
 */
public record Clip(CodedStream stream, List<CodedPacket> packets, Path file) {
    /** Ticks from one picture to the next. */
    public static final long TICKS = 9000;

    private static final int DELIMITER = 9;
    private static final int KEY = 5;

    /** Makes one of so many seconds, with a key picture every half second. */
    public static Clip make(Path folder, String size, int seconds) {
        String picture = "-f lavfi -i testsrc2=size=" + size + ":rate=10:duration=" + seconds
                + " -pix_fmt yuv420p -c:v libopenh264 -b:v 400k -g 5 -bsf:v h264_metadata=aud=insert -f h264";
        Path file = Programs.make(folder.resolve("clip-" + size + "-" + seconds + ".h264"), picture);
        try {
            return of(ByteBuffer.wrap(Files.readAllBytes(file)), size, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Clip of(ByteBuffer bytes, String size, Path file) {
        List<Integer> begins = begins(bytes);
        List<CodedPacket> packets = new ArrayList<>();
        for (int i = 0; i < begins.size(); i++) {
            int end = i + 1 < begins.size() ? begins.get(i + 1) : bytes.limit();
            ByteBuffer data = bytes.slice(begins.get(i), end - begins.get(i));
            packets.add(new CodedPacket(data, i * TICKS, i * TICKS, 0, holds(data, KEY)));
        }
        String[] sides = size.split("x", 2);
        CodedStream bare = new CodedStream(
                "h264",
                Integer.parseInt(sides[0]),
                Integer.parseInt(sides[1]),
                new Rational(1, 90_000),
                ByteBuffer.allocate(0));
        return new Clip(ParameterSets.complete(bare, packets.getFirst()), List.copyOf(packets), file);
    }

    private static List<Integer> begins(ByteBuffer bytes) {
        List<Integer> begins = new ArrayList<>();
        for (int at = 0; at + 4 < bytes.limit(); at++) {
            if (bytes.getInt(at) == 1 && (bytes.get(at + 4) & 0x1f) == DELIMITER) {
                begins.add(at);
            }
        }
        return begins;
    }

    private static boolean holds(ByteBuffer data, int type) {
        for (int at = data.position(); at + 4 <= data.limit(); at++) {
            boolean start = data.get(at) == 0 && data.get(at + 1) == 0 && data.get(at + 2) == 1;
            if (start && (data.get(at + 3) & 0x1f) == type) {
                return true;
            }
        }
        return false;
    }

    /** A stream for who needs one before there is a clip. */
    public static CodedStream nothing() {
        return new CodedStream("h264", 16, 16, new Rational(1, 90_000), ByteBuffer.allocate(0));
    }

    /** The n-th packet of the clip played over and over, as a camera would give it. */
    public CodedPacket endless(int n) {
        CodedPacket packet = packets.get(n % packets.size());
        return new CodedPacket(packet.data(), n * TICKS, n * TICKS, 0, packet.key());
    }

    /** When the n-th picture was taken, by a clock that begins at some moment. */
    public static Instant taken(Instant begin, int n) {
        return begin.plusMillis(100L * n);
    }
}

package garim.engine.media;

import static garim.engine.media.Clips.picture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client makes of the packets is tested where the server is, in the module that has one. */
class RtpMuxerTest {
    private static final int LARGEST = 300;

    @TempDir
    Path folder;

    private Packets clip() {
        return Packets.of(Clips.make(
                folder.resolve("a.mp4"),
                picture("320x240", 10, "1") + " -pix_fmt yuv420p -c:v libopenh264 -b:v 1M -g 5"));
    }

    private static CodedStream stream(String codec) {
        return new CodedStream(codec, 64, 64, new Rational(1, 1000), ByteBuffer.allocate(0));
    }

    @Test
    void noPacketIsLongerThanAllowedAndNumbersRiseByOne() {
        Packets packets = clip();
        RtpMuxer muxer = new RtpMuxer(packets.stream(), LARGEST, 7, 65_530);
        int expected = 65_530;
        for (CodedPacket packet : packets.list()) {
            List<ByteBuffer> made = muxer.packets(packet);
            for (int i = 0; i < made.size(); i++) {
                assertTrue(made.get(i).remaining() <= LARGEST);
                assertEquals(expected++ & 0xffff, made.get(i).getShort(2) & 0xffff);
                assertEquals(muxer.rtpTime(packet.shownAt()), made.get(i).getInt(4));
                assertEquals(7, made.get(i).getInt(8));
                assertEquals(i == made.size() - 1, (made.get(i).get(1) & 0x80) != 0, "the last one is marked");
            }
        }
        assertEquals(expected & 0xffff, muxer.nextSequence());
    }

    @Test
    void unitsCanBePutTogetherAgain() {
        byte[] unit = new byte[5000];
        new Random(3).nextBytes(unit);
        unit[0] = 0x65;
        ByteBuffer data = ByteBuffer.allocate(4 + unit.length);
        data.putInt(1).put(unit).flip();
        // Bytes that look like a start code would end the unit.
        for (int i = 5; i < data.limit(); i++) {
            data.put(i, (byte) (data.get(i) | 2));
        }
        List<ByteBuffer> parts =
                new RtpMuxer(stream("h264"), LARGEST, 1, 1).packets(new CodedPacket(data, 0, 0, 0, false));
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write((parts.getFirst().get(12) & 0xe0) | (parts.getFirst().get(13) & 0x1f));
        parts.forEach(part -> joined.writeBytes(bytes(part, 14)));
        assertEquals(data.slice(4, unit.length), ByteBuffer.wrap(joined.toByteArray()));
    }

    private static byte[] bytes(ByteBuffer part, int from) {
        byte[] bytes = new byte[part.remaining() - from];
        part.duplicate().position(from).get(bytes);
        return bytes;
    }

    @Test
    void keyPicturesBringTheParameterSetsThatTheyLack() {
        Packets packets = clip();
        RtpMuxer muxer = new RtpMuxer(packets.stream(), 1400, 1, 1);
        List<Integer> types = new ArrayList<>();
        muxer.packets(packets.list().getFirst()).forEach(part -> types.add(part.get(12) & 0x1f));
        assertTrue(types.containsAll(List.of(7, 8)), "" + types);
    }

    @Test
    void describesTheStream() {
        String text = new RtpMuxer(clip().stream(), 1400, 1, 1).description();
        assertTrue(text.startsWith("m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n"), text);
        assertTrue(
                text.matches(
                        "(?s).*packetization-mode=1;profile-level-id=[0-9A-F]{6};sprop-parameter-sets=[^,]+,[^,]+\r\n"),
                text);
    }

    @Test
    void aMotionPictureOfJpegIsCutWithItsTables() {
        Path file = Clips.make(
                folder.resolve("a.avi"),
                picture("160x120", 5, "0.4") + " -pix_fmt yuvj420p -c:v mjpeg -huffman default");
        Packets packets = Packets.of(file);
        List<ByteBuffer> parts = new RtpMuxer(packets.stream(), LARGEST, 1, 1)
                .packets(packets.list().getFirst());
        assertTrue(parts.size() > 2);
        assertEquals(26, parts.getFirst().get(1) & 0x7f);
        assertEquals(1, parts.getFirst().get(16), "4:2:0");
        assertEquals(20, parts.getFirst().get(18), "width in eighths");
        assertEquals(15, parts.getFirst().get(19), "height in eighths");
        int sent = bytes(parts.getFirst(), 12 + 8 + 4 + 128).length;
        assertEquals(sent, parts.get(1).getInt(12) & 0xffffff);
    }

    @Test
    void garbageGivesNothingAndNothingBreaks() {
        Random random = new Random(5);
        for (String codec : List.of("h264", "hevc", "mjpeg")) {
            RtpMuxer muxer = new RtpMuxer(stream(codec), LARGEST, 1, 1);
            for (int i = 0; i < 500; i++) {
                byte[] noise = new byte[random.nextInt(400)];
                random.nextBytes(noise);
                muxer.packets(new CodedPacket(ByteBuffer.wrap(noise), i, i, 0, true))
                        .forEach(part -> assertTrue(part.remaining() <= LARGEST));
            }
        }
    }

    @Test
    void refusesCodecsThatItDoesNotKnow() {
        assertThrows(EngineException.class, () -> new RtpMuxer(stream("vp8"), 1400, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new RtpMuxer(stream("h264"), 100, 1, 1));
    }
}

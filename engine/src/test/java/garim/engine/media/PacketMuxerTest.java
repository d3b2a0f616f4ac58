package garim.engine.media;

import static garim.engine.media.Clips.picture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.media.PacketMuxer.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketMuxerTest {
    private static final int FRAMES = 20;

    @TempDir
    Path folder;

    private Path clip(String ending, String codec) {
        return Clips.make(
                folder.resolve("a." + ending), picture("160x120", 10, "2") + " -pix_fmt yuv420p -c:v " + codec);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Head and fragments of so many packets each. */
    private static List<byte[]> pieces(CodedStream stream, List<CodedPacket> packets, Form form, int each) {
        List<byte[]> pieces = new ArrayList<>();
        try (PacketMuxer muxer = PacketMuxer.open(stream, form)) {
            pieces.add(bytes(muxer.head()));
            for (int i = 0; i < packets.size(); i++) {
                muxer.add(packets.get(i));
                if (i % each == each - 1) {
                    pieces.add(bytes(muxer.fragment()));
                }
            }
        }
        return pieces;
    }

    private Path write(String name, List<byte[]> pieces) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return Files.write(folder.resolve(name), all.toByteArray());
    }

    private static List<Long> times(Packets packets) {
        return packets.list().stream().map(CodedPacket::shownAt).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, FRAMES})
    void fragmentsOfAnyLengthPlayAsTheSourceDoes(int each) throws IOException {
        Path source = clip("mp4", "libopenh264 -g 5");
        Packets packets = Packets.of(source);
        Path target = write("b.mp4", pieces(packets.stream(), packets.list(), Form.FRAGMENTED_MP4, each));
        assertEquals(FRAMES, Clips.countFrames(target));
        assertEquals(Clips.read(source).frames(), Clips.read(target).frames());
        assertEquals(times(packets), times(Packets.of(target)));
    }

    @Test
    void fragmentedBytesThatEndAnywhereGiveAllWholeFragmentsBeforeTheCut() throws IOException {
        Packets packets = Packets.of(clip("mp4", "libopenh264 -g 5"));
        List<byte[]> pieces = pieces(packets.stream(), packets.list(), Form.FRAGMENTED_MP4, 1);
        for (int whole : List.of(1, 7, 13)) {
            List<byte[]> cut = new ArrayList<>(pieces.subList(0, whole + 1));
            byte[] half = pieces.get(whole + 1);
            cut.add(Arrays.copyOf(half, half.length / 3));
            int frames = Clips.countFrames(write("cut.mp4", cut));
            assertTrue(frames >= whole, frames + " frames of " + whole);
        }
    }

    @Test
    void setupThatTravelsInThePacketsIsFoundThere() throws IOException {
        Path raw = Clips.make(
                folder.resolve("a.h264"), picture("160x120", 10, "2") + " -pix_fmt yuv420p -c:v libopenh264 -g 5");
        Packets bare = Packets.of(raw).withoutSetup();
        List<CodedPacket> timed = new ArrayList<>();
        for (int i = 0; i < bare.list().size(); i++) {
            CodedPacket packet = bare.list().get(i);
            timed.add(new CodedPacket(packet.data(), i * 120_000L, i * 120_000L, 0, packet.key()));
        }
        CodedStream complete = ParameterSets.complete(bare.stream(), timed.getFirst());
        assertTrue(complete.setup().hasRemaining());
        Path target = write("b.mp4", pieces(complete, timed, Form.FRAGMENTED_MP4, 1));
        assertEquals(FRAMES, Clips.countFrames(target));
        assertEquals(Clips.read(raw).frames().stream().map(Clips.Print::hash).toList(), hashes(target));
    }

    private static List<Long> hashes(Path file) {
        return Clips.read(file).frames().stream().map(Clips.Print::hash).toList();
    }

    @Test
    void motionJpegIsKeptToo() throws IOException {
        Packets packets = Packets.of(clip("avi", "mjpeg"));
        Path target = write("b.mp4", pieces(packets.stream(), packets.list(), Form.FRAGMENTED_MP4, 3));
        assertEquals(FRAMES / 3 * 3, Clips.countFrames(target));
    }

    @Test
    void aTransportStreamPlaysFromEachKeyFragmentOn() throws IOException {
        Packets packets = Packets.of(clip("mp4", "libopenh264 -g 5"));
        List<byte[]> pieces = pieces(packets.stream(), packets.list(), Form.TRANSPORT_STREAM, 5);
        assertEquals(0, pieces.getFirst().length);
        assertEquals(FRAMES, Clips.countFrames(write("all.ts", pieces)));
        assertEquals(10, Clips.countFrames(write("end.ts", pieces.subList(3, 5))));
    }

    @Test
    void timesFarFromZeroAndGapsAreKept() throws IOException {
        Packets packets = Packets.of(clip("mp4", "libopenh264 -g 5"));
        List<CodedPacket> late = new ArrayList<>();
        for (CodedPacket packet : packets.list()) {
            long shift = 10_000_000_000L + (late.size() >= 10 ? 777_777 : 0);
            late.add(new CodedPacket(
                    packet.data(), packet.shownAt() + shift, packet.decodedAt() + shift, 0, packet.key()));
        }
        Path target = write("b.mp4", pieces(packets.stream(), late, Form.FRAGMENTED_MP4, 1));
        assertEquals(late.stream().map(CodedPacket::shownAt).toList(), times(Packets.of(target)));
    }

    @Test
    void timesThatDoNotRiseAreMovedByOneTick() throws IOException {
        Packets packets = Packets.of(clip("mp4", "libopenh264 -g 5"));
        List<CodedPacket> still = packets.list().stream()
                .map(packet -> new CodedPacket(packet.data(), 100, 100, 0, packet.key()))
                .toList();
        Path target = write("b.mp4", pieces(packets.stream(), still, Form.FRAGMENTED_MP4, 1));
        List<Long> times = times(Packets.of(target));
        assertEquals(FRAMES, times.size());
        assertEquals(List.of(100L, 101L, 102L), times.subList(0, 3));
    }

    @Test
    void tellsBrowsersTheCodec() {
        Packets packets = Packets.of(clip("mp4", "libopenh264"));
        try (PacketMuxer muxer = PacketMuxer.open(packets.stream(), Form.FRAGMENTED_MP4)) {
            assertTrue(muxer.codecs().orElseThrow().matches("avc1\\.[0-9a-f]{6}"));
        }
        Packets other = Packets.of(clip("avi", "mjpeg"));
        try (PacketMuxer muxer = PacketMuxer.open(other.stream(), Form.FRAGMENTED_MP4)) {
            assertEquals(Optional.empty(), muxer.codecs());
        }
    }

    @Test
    void nothingAddedIsNothingGiven() {
        Packets packets = Packets.of(clip("mp4", "libopenh264"));
        try (PacketMuxer muxer = PacketMuxer.open(packets.stream(), Form.FRAGMENTED_MP4)) {
            assertFalse(muxer.fragment().hasRemaining());
            assertTrue(muxer.fragment(packets.list().getFirst()).hasRemaining());
            assertFalse(muxer.fragment().hasRemaining());
        }
    }

    @Test
    void refusesWhatIsNoVideoAndWhatComesAfterTheEnd() {
        CodedStream unknown = new CodedStream("scribble", 16, 16, new Rational(1, 1000), ByteBuffer.allocate(0));
        assertThrows(EngineException.class, () -> PacketMuxer.open(unknown, Form.FRAGMENTED_MP4));
        Packets packets = Packets.of(clip("mp4", "libopenh264"));
        PacketMuxer muxer = PacketMuxer.open(packets.stream(), Form.FRAGMENTED_MP4);
        muxer.close();
        assertThrows(IllegalStateException.class, () -> muxer.add(packets.list().getFirst()));
    }
}

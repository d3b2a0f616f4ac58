package garim.engine.media;

import static garim.engine.media.Clips.picture;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoWriterTest {
    private static final String SMALL = picture("160x120", 10, "1");

    @TempDir
    Path folder;

    @Test
    void looksLikeTheSource() {
        Path source = Clips.make(folder.resolve("a.mkv"), picture("320x240", 25, "1") + " -c:v ffv1 -pix_fmt yuv420p");
        Path target = folder.resolve("b.mp4");
        Clips.copy(source, target);
        assertTrue(worstPsnr(source, target) > 36, "PSNR " + worstPsnr(source, target));
    }

    @Test
    void repeatsTheLastColumnAndRowOfOddPictures() {
        Path source = Clips.make(folder.resolve("a.mkv"), picture("65x63", 5, "0.4") + " -c:v ffv1 -pix_fmt yuv420p");
        Path target = folder.resolve("b.mp4");
        Clips.copy(source, target, WriteSettings.forFile(target).withQuantizer(1));
        try (VideoReader before = VideoReader.open(source);
                VideoReader after = VideoReader.open(target)) {
            Plane small = before.read().orElseThrow().luma();
            Plane padded = after.read().orElseThrow().luma();
            assertEquals(66, padded.width());
            assertEquals(64, padded.height());
            assertEquals(small.at(64, 20), padded.at(65, 20), 12);
            assertEquals(small.at(20, 62), padded.at(20, 63), 12);
        }
    }

    @Test
    void writesTheSameBytesEveryTime() throws IOException {
        Path source = Clips.make(folder.resolve("a.mp4"), SMALL + " -c:v libopenh264");
        Path one = folder.resolve("1.mp4");
        Path two = folder.resolve("2.mp4");
        Clips.copy(source, one);
        Clips.copy(source, two);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    @Test
    void putsTheIndexFirst() throws IOException {
        Path source = Clips.make(folder.resolve("a.mp4"), SMALL + " -c:v libopenh264");
        Path target = folder.resolve("b.mp4.part");
        WriteReport report = Clips.copy(source, target, WriteSettings.forFile(Path.of("b.mp4")));
        String bytes = Files.readString(target, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.indexOf("moov") < bytes.indexOf("mdat"));
        assertEquals(Files.size(target), report.bytes());
        assertEquals("libopenh264", report.encoder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "m4v", "mkv"})
    void leavesTitlesAndPlacesBehind(String extension) throws IOException {
        Path source = Clips.make(
                folder.resolve("a.mp4"),
                SMALL
                        + " -c:v libopenh264 -metadata title=SECRETNAME -metadata location=+12.3456+098.7654/ -metadata:s:v"
                        + " handler_name=SECRETNAME");
        Path target = folder.resolve("b." + extension);
        Clips.copy(source, target);
        String bytes = Files.readString(target, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("SECRETNAME"));
        assertFalse(bytes.contains("12.3456"));
    }

    /** A cover or preview shows the unmasked picture, as do a second camera, timed texts and attachments of all kinds. */
    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv"})
    void leavesCoversSecondPicturesTextsAndAttachmentsBehind(String extension) throws IOException {
        Path target = folder.resolve("b." + extension);
        for (Path source : List.of(withCoverAndTimecode(), withEverythingMatroskaHolds())) {
            assertTrue(
                    Clips.streamKinds(source).size() >= 4,
                    Clips.streamKinds(source).toString());
            Clips.copy(source, target, WriteSettings.forFile(target).withAudio(AudioMode.KEEP));
            List<String> kinds = Clips.streamKinds(target);
            assertEquals(List.of("video", "audio"), kinds);
            Clips.copy(source, target);
            assertEquals(List.of("video"), Clips.streamKinds(target));
            String bytes = Files.readString(target, StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains("SECRETNAME"));
            assertFalse(bytes.contains("IHDR"));
        }
    }

    private Path withCoverAndTimecode() {
        Path cover = Clips.make(folder.resolve("c.png"), SMALL + " -frames:v 1");
        return Clips.make(
                folder.resolve("cover.mov"),
                SMALL + " -f lavfi -i sine=d=1 -i " + cover + " -map 0 -map 1 -map 2 -c:v:0 libopenh264 -c:v:1 copy"
                        + " -c:a aac -timecode 01:02:03:04 -disposition:v:1 attached_pic");
    }

    private Path withEverythingMatroskaHolds() throws IOException {
        Path texts = Files.writeString(folder.resolve("t.srt"), "1\n00:00:00,000 --> 00:00:01,000\nSECRETNAME\n\n");
        Path chapters = Files.writeString(
                folder.resolve("chapters.txt"),
                ";FFMETADATA1\ncomment=SECRETNAME\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=900\ntitle=SECRETNAME\n");
        Path cover = Clips.make(folder.resolve("c.png"), SMALL + " -frames:v 1");
        return Clips.make(
                folder.resolve("all.mkv"),
                SMALL + " -f lavfi -i testsrc=size=64x64:rate=5:duration=1 -f lavfi -i sine=d=1 -i " + texts + " -i "
                        + chapters + " -map 0 -map 1 -map 2 -map 3 -map_metadata 4 -c:v libopenh264 -c:a aac -c:s srt"
                        + " -attach " + cover + " -metadata:s:t mimetype=image/png -metadata:s:t title=SECRETNAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mpeg4", "libopenh264"})
    void setsAKeyFrameAtLeastEveryTwoSeconds(String encoder) {
        Path source = Clips.make(
                folder.resolve("a.mp4"), "-f lavfi -i testsrc2=size=64x64:rate=5:duration=8 -c:v libopenh264 -g 999");
        Path target = folder.resolve("b.mp4");
        Clips.copy(source, target, WriteSettings.forFile(target).withEncoder(encoder));
        assertEquals(4, Clips.countKeyFrames(target));
        assertEquals(40, Clips.countFrames(target));
    }

    @Test
    void takesAnotherEncoderForPicturesTooBigForTheFirst() {
        Path source = Clips.make(folder.resolve("a.mp4"), picture("4000x3000", 5, "0.4") + " -c:v mpeg4 -q:v 31");
        Path target = folder.resolve("b.mp4");
        assertEquals("mpeg4", Clips.copy(source, target).encoder());
        assertEquals(2, Clips.countFrames(target));
    }

    @Test
    void movesNegativeTimesToZero() {
        MediaInfo info = Clips.read(Clips.make(folder.resolve("a.mp4"), SMALL + " -c:v libopenh264"))
                .info();
        Path target = folder.resolve("b.mp4");
        try (VideoWriter writer =
                VideoWriter.create(target, target, startingAt(info, -5000), WriteSettings.forFile(target))) {
            writer.write(Frame.allocate(160, 120, 0, -5000));
            writer.write(Frame.allocate(160, 120, 1, -4000));
            writer.finish();
        }
        assertEquals(0, Clips.read(target).frames().getFirst().pts());
        assertEquals(2, Clips.read(target).frames().size());
    }

    @Test
    void reportsAFolderThatIsNotThere() {
        Path source = Clips.make(folder.resolve("a.mp4"), SMALL + " -c:v libopenh264");
        assertFails(source, folder.resolve("missing/b.mp4"), WriteSettings.forFile(Path.of("b.mp4")));
        assertFails(source, folder, WriteSettings.forFile(Path.of("b.mp4")));
        assertFails(
                source,
                folder.resolve("b.mp4"),
                WriteSettings.forFile(Path.of("b.mp4")).withEncoder("nothing"));
    }

    @Test
    void reportsAFullDisk() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no device here that is always full");
        Path source = Clips.make(folder.resolve("a.mp4"), picture("320x240", 10, "3") + " -c:v libopenh264");
        assertFails(source, full, WriteSettings.forFile(Path.of("b.mkv")));
    }

    @Test
    void refusesNamesOfOtherFormats() {
        EngineException refusal = assertThrows(EngineException.class, () -> WriteSettings.forFile(Path.of("film.avi")));
        assertEquals(ErrorCode.OUTPUT_FAILED, refusal.code());
    }

    @Test
    void refusesFramesThatDoNotFollow() {
        Path source = Clips.make(folder.resolve("a.mp4"), SMALL + " -c:v libopenh264");
        MediaInfo info = Clips.read(source).info();
        Path target = folder.resolve("b.mp4");
        try (VideoWriter writer = VideoWriter.create(target, source, info, WriteSettings.forFile(target))) {
            writer.write(Frame.allocate(160, 120, 0, 10));
            assertThrows(IllegalArgumentException.class, () -> writer.write(Frame.allocate(160, 120, 1, 10)));
            assertThrows(IllegalArgumentException.class, () -> writer.write(Frame.allocate(162, 120, 1, 20)));
        }
    }

    @Test
    void refusesUseAfterTheEnd() {
        Path source = Clips.make(folder.resolve("a.mp4"), SMALL + " -c:v libopenh264");
        Path target = folder.resolve("b.mp4");
        VideoReader reader = VideoReader.open(source);
        Frame frame = reader.read().orElseThrow();
        reader.close();
        reader.close();
        assertThrows(IllegalStateException.class, reader::read);
        VideoWriter writer = VideoWriter.create(target, source, reader.info(), WriteSettings.forFile(target));
        writer.write(frame);
        assertEquals(1, writer.finish().frames());
        assertThrows(IllegalStateException.class, writer::finish);
        writer.close();
    }

    private static MediaInfo startingAt(MediaInfo info, long pts) {
        return new MediaInfo(
                info.container(),
                info.codec(),
                info.pixelFormat(),
                info.width(),
                info.height(),
                info.rotation(),
                info.displayMatrix(),
                info.timeBase(),
                info.frameRate(),
                pts,
                info.duration(),
                info.estimatedFrames(),
                info.interlaced(),
                info.topFieldFirst(),
                info.colors(),
                info.sampleAspect(),
                info.bitRate(),
                info.audio(),
                info.fileSize());
    }

    private static void assertFails(Path source, Path target, WriteSettings settings) {
        EngineException failure = assertThrows(EngineException.class, () -> Clips.copy(source, target, settings));
        assertEquals(ErrorCode.OUTPUT_FAILED, failure.code());
    }

    private static double worstPsnr(Path one, Path two) {
        double worst = Double.POSITIVE_INFINITY;
        try (VideoReader a = VideoReader.open(one);
                VideoReader b = VideoReader.open(two)) {
            Optional<Frame> next = a.read();
            while (next.isPresent()) {
                worst = Math.min(
                        worst, psnr(next.get().luma(), b.read().orElseThrow().luma()));
                next = a.read();
            }
        }
        return worst;
    }

    private static double psnr(Plane a, Plane b) {
        double sum = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                sum += Math.pow(a.at(x, y) - b.at(x, y), 2);
            }
        }
        return 10 * Math.log10(255 * 255 / (sum / (a.width() * a.height())));
    }
}

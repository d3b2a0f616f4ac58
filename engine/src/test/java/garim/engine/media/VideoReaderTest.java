package garim.engine.media;

import static garim.engine.media.Clips.picture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Frame;
import garim.engine.frame.Rotation;
import garim.engine.media.Clips.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoReaderTest {
    private static final String H264 = picture("160x120", 10, "2") + " -c:v libopenh264";

    @TempDir
    Path folder;

    @Test
    void describesWhatTheFileHolds() {
        Path clip = Clips.make(
                folder.resolve("a.mp4"),
                picture("160x120", 10, "2")
                        + " -f lavfi -i sine=r=44100:d=2 -c:v libopenh264 -c:a aac -ac 2 -map 0 -map 1");
        MediaInfo info = Clips.read(clip).info();
        assertEquals("h264", info.codec());
        assertEquals("yuv420p", info.pixelFormat());
        assertTrue(info.container().contains("mp4"));
        assertEquals(160, info.width());
        assertEquals(120, info.height());
        assertEquals(new Rational(10, 1), info.frameRate());
        assertEquals(20, info.estimatedFrames().orElseThrow());
        assertEquals(2, info.timeBase().seconds(info.duration().orElseThrow()), 1e-9);
        assertEquals(new AudioStream("aac", 2, 44100), info.audio().getFirst());
        assertFalse(info.interlaced());
    }

    @ParameterizedTest
    @CsvSource({"90,CLOCKWISE_270", "-90,CLOCKWISE_90", "180,HALF_TURN", "0,NONE"})
    void tellsHowToTurnThePictureUpright(int counterClockwise, Rotation expected) {
        Path upright = Clips.make(folder.resolve("up.mp4"), H264);
        Path turned = Clips.make(
                folder.resolve("turned.mp4"), "-display_rotation " + counterClockwise + " -i " + upright + " -c copy");
        Path copy = folder.resolve("copy.mp4");
        Clips.copy(turned, copy);
        Path other = folder.resolve("copy.mkv");
        Clips.copy(turned, other);
        assertEquals(expected, Clips.read(turned).info().rotation());
        assertEquals(expected, Clips.read(copy).info().rotation());
        assertEquals(expected, Clips.read(other).info().rotation());
    }

    @Test
    void keepsSamplesOfAPlainPictureExactly() {
        Path clip = Clips.make(
                folder.resolve("a.mkv"), "-f lavfi -i color=0x204060:s=33x35:d=0.2:r=5 -pix_fmt yuv420p -c:v ffv1");
        Path raw = Clips.make(folder.resolve("a.yuv"), "-i " + clip + " -f rawvideo");
        try (VideoReader reader = VideoReader.open(clip)) {
            Frame frame = reader.read().orElseThrow();
            byte[] expected = Files.readAllBytes(raw);
            byte[] luma = Clips.samples(frame.luma());
            byte[] cr = Clips.samples(frame.cr());
            assertEquals(33 * 35 + 2 * 17 * 18, expected.length);
            assertTrue(Arrays.equals(luma, Arrays.copyOf(expected, luma.length)));
            assertTrue(Arrays.equals(cr, Arrays.copyOfRange(expected, luma.length + cr.length, expected.length)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keepsFullRangeFull() {
        Path clip = Clips.make(
                folder.resolve("w.mkv"),
                "-f lavfi -i color=white:s=64x64:d=0.2:r=5 -vf scale=out_range=pc -pix_fmt yuv422p -color_range pc -c:v"
                        + " ffv1");
        try (VideoReader reader = VideoReader.open(clip)) {
            Frame frame = reader.read().orElseThrow();
            assertTrue(frame.fullRange());
            assertEquals(255, frame.luma().at(5, 5));
        }
    }

    @Test
    void turnsRgbIntoLimitedRange() {
        Path clip = Clips.make(folder.resolve("w.png"), "-f lavfi -i color=white:s=65x63 -frames:v 1 -pix_fmt rgb24");
        try (VideoReader reader = VideoReader.open(clip)) {
            Frame frame = reader.read().orElseThrow();
            assertFalse(frame.fullRange());
            assertEquals(235, frame.luma().at(64, 62), 1);
            assertEquals(128, frame.cb().at(32, 31), 1);
            assertTrue(reader.read().isEmpty());
        }
    }

    @Test
    void reducesTenBitToEight() {
        Path clip = Clips.make(
                folder.resolve("t.mkv"), "-f lavfi -i color=gray:s=65x63:d=0.2:r=5 -pix_fmt yuv420p10le -c:v ffv1");
        try (VideoReader reader = VideoReader.open(clip)) {
            assertEquals(126, reader.read().orElseThrow().luma().at(64, 62), 1);
        }
    }

    @Test
    void usesRecycledMemoryAgainAndNoOther() {
        Path clip = Clips.make(folder.resolve("a.mp4"), H264);
        try (VideoReader reader = VideoReader.open(clip)) {
            Frame first = reader.read().orElseThrow();
            Frame second = reader.read().orElseThrow();
            assertNotSame(first.luma().bytes(), second.luma().bytes());
            reader.recycle(first);
            Frame third = reader.read().orElseThrow();
            assertSame(first.luma().bytes(), third.luma().bytes());
            reader.recycle(third);
            assertThrows(IllegalArgumentException.class, () -> reader.recycle(third));
        }
    }

    @Test
    void countsSkippedFrames() {
        Path clip = Clips.make(folder.resolve("a.mp4"), H264);
        Reading whole = Clips.read(clip);
        try (VideoReader reader = VideoReader.open(clip)) {
            assertTrue(reader.skip());
            assertTrue(reader.skip());
            Frame third = reader.read().orElseThrow();
            assertEquals(2, third.index());
            assertEquals(whole.frames().get(2), new Clips.Print(third.pts(), Clips.hash(third)));
            assertEquals(
                    17, IntStream.range(0, 100).takeWhile(i -> reader.skip()).count());
            assertEquals(20, reader.report().frames());
        }
    }

    @Test
    void scalesLaterFramesToTheSizeOfTheFirst() throws IOException {
        Path small = Clips.make(folder.resolve("s.ts"), picture("160x120", 10, "1") + " -c:v mpeg2video");
        Path large = Clips.make(
                folder.resolve("l.ts"), picture("320x240", 10, "1") + " -c:v mpeg2video -output_ts_offset 1");
        Path both = folder.resolve("both.ts");
        Files.write(both, concat(Files.readAllBytes(small), Files.readAllBytes(large)));
        Reading reading = Clips.read(both);
        assertEquals(160, reading.info().width());
        assertEquals(Clips.countFrames(both), reading.frames().size());
        assertTrue(reading.report().rescaledFrames() >= 9, reading.report().toString());
    }

    @Test
    void readsACutFileAsFarAsItGoes() throws IOException {
        Path clip = Clips.make(folder.resolve("a.mp4"), H264 + " -movflags +faststart");
        Path cut = folder.resolve("cut.mp4");
        byte[] all = Files.readAllBytes(clip);
        Files.write(cut, Arrays.copyOf(all, all.length / 2));
        Reading reading = Clips.read(cut);
        assertTrue(
                reading.frames().size() > 3 && reading.frames().size() < 20,
                reading.report().toString());
        assertTrue(reading.report().truncated());
        assertFalse(Clips.read(clip).report().truncated());
    }

    @Test
    void showsWhatAnotherProgramShowsOfAStreamThatStartsBetweenKeyFrames() throws IOException {
        Path clip = Clips.make(folder.resolve("a.ts"), picture("160x120", 10, "4") + " -c:v libopenh264 -g 15");
        byte[] all = Files.readAllBytes(clip);
        Path cut = Files.write(folder.resolve("cut.ts"), Arrays.copyOfRange(all, 188 * 40, all.length));
        Reading reading = Clips.read(cut);
        assertTrue(reading.frames().size() < 40);
        assertEquals(Clips.countFrames(cut), reading.frames().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"libopenh264", "mpeg4", "mpeg2video", "mjpeg", "libvpx"})
    void givesTheSameFramesOfADamagedFileEveryTime(String codec) throws IOException {
        Path clip = Clips.make(folder.resolve("a.mkv"), picture("320x240", 10, "3") + " -c:v " + codec);
        byte[] bytes = Files.readAllBytes(clip);
        Random random = new Random(7);
        for (int i = 0; i < 30; i++) {
            bytes[2000 + random.nextInt(bytes.length - 2000)] ^= (byte) (1 << random.nextInt(8));
        }
        Path damaged = Files.write(folder.resolve("damaged.mkv"), bytes);
        Reading reading = Clips.read(damaged);
        assertEquals(reading, Clips.read(damaged));
        assertEquals(Clips.countFrames(damaged), reading.frames().size());
    }

    @Test
    void refusesWhatIsNotThere() {
        assertEquals(
                ErrorCode.INPUT_MISSING, refusal(folder.resolve("nothing.mp4")).code());
        assertEquals(ErrorCode.INPUT_MISSING, refusal(folder).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "this is not a film",
                "\u001b[31mred text\u001b[0m on a terminal\n",
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nclip.ts\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile 'clip.ts'\n"
            })
    void refusesTextAndPlayLists(String content) throws IOException {
        Clips.make(folder.resolve("clip.ts"), H264);
        Path file = Files.writeString(folder.resolve("text.mp4"), content);
        assertEquals(ErrorCode.INPUT_NOT_VIDEO, refusal(file).code());
    }

    @Test
    void refusesGarbageAndFilesWithoutIndex() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(3).nextBytes(noise);
        assertEquals(
                ErrorCode.INPUT_NOT_VIDEO,
                refusal(Files.write(folder.resolve("n.mp4"), noise)).code());
        Path clip = Clips.make(folder.resolve("a.mp4"), H264);
        byte[] all = Files.readAllBytes(clip);
        Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(all, all.length / 2));
        EngineException refusal = refusal(cut);
        assertEquals(ErrorCode.INPUT_NOT_VIDEO, refusal.code());
        assertTrue(refusal.detail().contains("index"), refusal.detail());
    }

    @Test
    void refusesSoundWithACoverPicture() {
        Path cover = Clips.make(folder.resolve("c.png"), picture("64x64", 1, "1") + " -frames:v 1");
        Path song = Clips.make(
                folder.resolve("s.mp3"),
                "-f lavfi -i sine=d=1 -i " + cover + " -map 0 -map 1 -c:v copy -disposition:v attached_pic");
        assertEquals(ErrorCode.INPUT_NOT_VIDEO, refusal(song).code());
    }

    @Test
    void refusesPicturesBelowSixteenPixels() {
        Path clip = Clips.make(folder.resolve("a.mkv"), picture("64x8", 5, "1") + " -c:v ffv1");
        assertEquals(ErrorCode.INPUT_SIZE, refusal(clip).code());
    }

    private static EngineException refusal(Path file) {
        return assertThrows(EngineException.class, () -> VideoReader.open(file).close());
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}

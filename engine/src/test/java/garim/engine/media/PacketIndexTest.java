package garim.engine.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A regular file can be read from any frame on, and gives the very frames that it gives from the beginning. */
final class PacketIndexTest {
    @TempDir
    private Path folder;

    private record Print(int index, long pts, long hash) {}

    private static List<Print> rest(VideoReader reader) {
        List<Print> prints = new ArrayList<>();
        for (Optional<Frame> next = reader.read(); next.isPresent(); next = reader.read()) {
            Frame frame = next.get();
            CRC32 crc = new CRC32();
            crc.update(frame.luma().bytes().duplicate().clear());
            crc.update(frame.cb().bytes().duplicate().clear());
            prints.add(new Print(frame.index(), frame.pts(), crc.getValue()));
            reader.recycle(frame);
        }
        return prints;
    }

    private Path clip(String name, String codec) {
        return Clips.make(
                folder.resolve(name), Clips.picture("96x80", 10, "6") + ",noise=alls=20:allf=t -g 12 " + codec);
    }

    @ParameterizedTest
    @CsvSource({
        "clip.mp4,-c:v libopenh264",
        "b-frames.mp4,-c:v mpeg4 -bf 2",
        "clip.mkv,-c:v libopenh264",
        "clip.ts,-c:v mpeg2video -bf 2",
        "late.mp4,-c:v mpeg4 -bf 2 -output_ts_offset 1.5",
        "clip.mov,-c:v mjpeg",
    })
    void everyFrameIsTheSameFromTheMiddleOfAFileAsFromItsBeginning(String name, String codec) {
        Path file = clip(name, codec);
        Optional<PacketIndex> found = PacketIndex.of(file);
        List<Print> all;
        try (VideoReader reader = VideoReader.open(file)) {
            all = rest(reader);
        }
        assertTrue(found.isPresent(), name);
        PacketIndex index = found.get();
        assertEquals(all.size(), index.frames());
        for (int frame = 0; frame < all.size(); frame++) {
            assertEquals(all.get(frame).pts(), index.shownAt(frame));
        }
        int tried = 0;
        for (int frame = 0; frame < all.size(); frame += 7) {
            Optional<VideoReader> opened = VideoReader.openAt(file, index, frame);
            if (opened.isPresent()) {
                try (VideoReader reader = opened.get()) {
                    assertEquals(all.subList(frame, all.size()), rest(reader), name + " from " + frame);
                    assertFalse(reader.report().truncated(), name + " from " + frame);
                    assertEquals(0, reader.report().damagedFrames(), name + " from " + frame);
                    tried++;
                }
            }
        }
        assertTrue(tried >= all.size() / 14, name + " was read from " + tried + " places");
    }

    @Test
    void keysAreWhereAnotherProgramSeesThem() {
        Path file = clip("clip.mp4", "-c:v mpeg4");
        PacketIndex index = PacketIndex.of(file).orElseThrow();
        long keys = 0;
        for (int frame = 0; frame < index.frames(); frame++) {
            keys += index.isKey(frame) ? 1 : 0;
        }
        assertEquals(Clips.countKeyFrames(file), keys);
        assertTrue(index.isKey(0));
    }

    @Test
    void aFileThatIsCutShortIsNotRegular() throws IOException {
        Path file = clip("clip.mkv", "-c:v mpeg4");
        Path cut = Clips.make(folder.resolve("cut.mp4"), "-i " + file + " -c copy -movflags +faststart");
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        assertTrue(PacketIndex.of(cut).isEmpty());
    }
}

package garim.engine.media;

import static garim.engine.media.Clips.picture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.media.Clips.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes in comes out: every kind of input keeps its frames, times, turn, range and colours. */
class RoundTripTest {
    private static final String SMALL = picture("160x120", 10, "1");

    @TempDir
    Path folder;

    /** One kind of input: a file name and how it is made. */
    record Kind(String file, String arguments) {}

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("h264.mp4", SMALL + " -c:v libopenh264"),
                new Kind("h264.mkv", SMALL + " -c:v libopenh264"),
                new Kind("h264.ts", SMALL + " -c:v libopenh264"),
                new Kind("h264.h264", SMALL + " -c:v libopenh264"),
                new Kind("b-frames.mp4", SMALL + " -c:v mpeg4 -bf 2"),
                new Kind("mpeg4.avi", SMALL + " -c:v mpeg4"),
                new Kind("ntsc.mov", SMALL + " -r 30000/1001 -c:v mpeg4"),
                new Kind("mpeg2.mpg", picture("160x120", 25, "1") + " -c:v mpeg2video -bf 2"),
                new Kind("interlaced.ts", picture("160x128", 25, "1") + " -c:v mpeg2video -flags +ildct+ilme"),
                new Kind("late.ts", SMALL + " -c:v libopenh264 -output_ts_offset 3600.5"),
                new Kind("mjpeg.avi", SMALL + " -c:v mjpeg -pix_fmt yuvj420p"),
                new Kind("mjpeg422.avi", SMALL + " -c:v mjpeg -pix_fmt yuvj422p"),
                new Kind("av1.mp4", picture("160x120", 10, "0.5") + " -c:v libsvtav1 -preset 12"),
                new Kind("vp8.webm", SMALL + " -c:v libvpx -deadline realtime"),
                new Kind("vp9.webm", picture("160x120", 10, "0.5") + " -c:v libvpx-vp9 -deadline realtime -cpu-used 8"),
                new Kind("ten-bit.mkv", SMALL + " -c:v ffv1 -pix_fmt yuv420p10le"),
                new Kind("422.mkv", SMALL + " -c:v ffv1 -pix_fmt yuv422p"),
                new Kind("444.mkv", SMALL + " -c:v ffv1 -pix_fmt yuv444p"),
                new Kind("gray.mkv", SMALL + " -c:v ffv1 -pix_fmt gray"),
                new Kind("rgb.mkv", SMALL + " -c:v ffv1 -pix_fmt bgr0"),
                new Kind("nv12.nut", SMALL + " -c:v rawvideo -pix_fmt nv12"),
                new Kind("alpha.mov", SMALL + " -c:v prores_ks -profile:v 4 -pix_fmt yuva444p10le"),
                new Kind("palette.gif", SMALL),
                new Kind("odd.mkv", picture("161x121", 10, "1") + " -c:v ffv1 -pix_fmt yuv420p"),
                new Kind("odd.mp4", picture("167x121", 10, "1") + " -c:v libsvtav1 -preset 12 -pix_fmt yuv420p"),
                new Kind("odd10.mkv", picture("163x97", 10, "1") + " -c:v ffv1 -pix_fmt yuv422p10le"),
                new Kind("tiny.mkv", picture("17x19", 10, "1") + " -c:v ffv1 -pix_fmt yuv420p"),
                new Kind("vfr.mp4", SMALL + " -vf select='not(eq(mod(n,3),1))' -fps_mode vfr -c:v libopenh264"),
                new Kind("vfr.mkv", SMALL + " -vf setpts='N*N/1000/TB' -fps_mode passthrough -c:v libopenh264"),
                new Kind("slow.mp4", "-f lavfi -i testsrc2=size=160x120:rate=1/5:duration=40 -c:v libopenh264"),
                new Kind("fast.mkv", picture("160x120", 500, "0.1") + " -c:v mpeg4"),
                new Kind("full.mp4", SMALL + " -c:v libopenh264 -pix_fmt yuvj420p -color_range pc"),
                new Kind(
                        "colors.mp4",
                        SMALL + " -c:v libopenh264 -colorspace bt709 -color_primaries bt709 -color_trc bt709"),
                new Kind("aspect.mp4", SMALL + " -vf setsar=16/11 -c:v libopenh264"),
                new Kind("fragments.mp4", SMALL + " -c:v libopenh264 -movflags frag_keyframe+empty_moov"),
                new Kind("one.jpg", SMALL + " -frames:v 1 -update 1"),
                new Kind("one.png", SMALL + " -frames:v 1 -update 1"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keepsEveryFrameAndItsTimeInMp4(Kind kind) {
        Path source = Clips.make(folder.resolve(kind.file()), kind.arguments());
        Path target = folder.resolve("out.mp4");
        WriteReport written = Clips.copy(source, target);
        Reading before = Clips.read(source);
        Reading after = Clips.read(target);
        assertFalse(before.frames().isEmpty());
        assertEquals(Clips.countFrames(source), before.frames().size());
        assertEquals(before.frames().size(), written.frames());
        assertEquals(before.seconds(), after.seconds());
        assertSameMeaning(before.info(), after.info());
        assertEquals(lastSeconds(before), lastSeconds(after), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keepsEveryFrameWithinOneMillisecondInMatroska(Kind kind) {
        Path source = Clips.make(folder.resolve(kind.file()), kind.arguments());
        Path target = folder.resolve("out.mkv");
        Clips.copy(source, target);
        Reading before = Clips.read(source);
        Reading after = Clips.read(target);
        List<Double> expected = before.seconds();
        assertEquals(expected.size(), after.frames().size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), after.seconds().get(i), 0.001);
        }
        assertSameMeaning(before.info(), after.info());
    }

    private static double lastSeconds(Reading reading) {
        return reading.info().timeBase().seconds(reading.report().lastDuration());
    }

    private static void assertSameMeaning(MediaInfo before, MediaInfo after) {
        assertEquals(before.width() + (before.width() & 1), after.width());
        assertEquals(before.height() + (before.height() & 1), after.height());
        assertEquals(before.rotation(), after.rotation());
        assertEquals(before.colors(), after.colors());
        assertEquals(normal(before.sampleAspect()), normal(after.sampleAspect()), 1e-9);
        assertTrue(after.audio().isEmpty());
    }

    private static double normal(Rational aspect) {
        return aspect.numerator() == 0 ? 1 : aspect.value();
    }
}

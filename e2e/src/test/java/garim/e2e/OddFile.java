package garim.e2e;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One kind of file that recorders and telephones produce.
 *
 * @param name name of the input file
 * @param recipe how ffmpeg makes it from the face clip, which is {@code @}
 * @param parent another odd file to make it from instead
 * @param interlaced true when it is made from the clip with 50 pictures a second
 */
record OddFile(String name, String recipe, Optional<String> parent, boolean interlaced) {
    private static final String H264 = "-i @ -c:v libx264 -pix_fmt yuv420p -crf 18";
    private static final String HEVC = "-i @ -c:v libx265 -x265-params log-level=none -crf 18";
    private static final String MJPEG = "-i @ -c:v mjpeg -q:v 2";
    private static final String MPEG4 = "-i @ -c:v mpeg4 -q:v 2 -bf 2";
    private static final String MPEG2 = "-i @ -c:v mpeg2video -q:v 2 -bf 2";
    private static final String AV1 = "-i @ -c:v libsvtav1 -preset 12 -crf 20 -pix_fmt yuv420p";

    /** Codecs in containers, pixel formats, fields, rotations, rates, sizes. */
    static Stream<OddFile> all() {
        return Stream.of(codecs(), pixels(), fields(), rotations(), times(), shapes())
                .flatMap(List::stream);
    }

    private static List<OddFile> codecs() {
        return List.of(
                file("h264.mp4", H264),
                file("h264.mkv", H264),
                file("h264.avi", H264 + " -bf 0"),
                file("h264.ts", H264),
                file("h264.mov", H264),
                file("h264-raw.h264", H264 + " -bf 0"),
                file("h264-fragmented.mp4", H264 + " -movflags frag_keyframe+empty_moov -g 5"),
                file("hevc.mp4", HEVC + " -pix_fmt yuv420p -tag:v hvc1"),
                file("hevc.mkv", HEVC + " -pix_fmt yuv420p"),
                file("hevc.ts", HEVC + " -pix_fmt yuv420p"),
                file("hevc.mov", HEVC + " -pix_fmt yuv420p -tag:v hvc1"),
                file("mjpeg.avi", MJPEG + " -pix_fmt yuvj420p"),
                file("mjpeg.mkv", MJPEG + " -pix_fmt yuvj422p"),
                file("mjpeg.mov", MJPEG + " -pix_fmt yuvj444p"),
                file("mpeg4.avi", "-i @ -c:v mpeg4 -q:v 2"),
                file("mpeg4.mp4", MPEG4),
                file("mpeg4.mkv", MPEG4),
                file("mpeg2.ts", MPEG2),
                file("mpeg2.mkv", MPEG2),
                file("mpeg2.mpg", MPEG2),
                file("av1.mp4", AV1),
                file("av1.mkv", AV1),
                file(
                        "vp9.webm",
                        "-i @ -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -crf 20 -b:v 0 -pix_fmt yuv420p"));
    }

    private static List<OddFile> pixels() {
        return List.of(
                file("hevc-10bit.mkv", HEVC + " -pix_fmt yuv420p10le"),
                file("hevc-422-10bit.mp4", HEVC + " -pix_fmt yuv422p10le -tag:v hvc1"),
                file("hevc-12bit.mkv", HEVC + " -pix_fmt yuv420p12le"),
                file("h264-10bit.mkv", "-i @ -c:v libx264 -crf 18 -pix_fmt yuv420p10le"),
                file("h264-422.mp4", "-i @ -c:v libx264 -crf 18 -pix_fmt yuv422p"),
                file("h264-444.mp4", "-i @ -c:v libx264 -crf 18 -pix_fmt yuv444p"),
                file("h264-gray.mp4", "-i @ -c:v libx264 -crf 18 -pix_fmt gray"),
                file("h264-rgb.mkv", "-i @ -c:v libx264rgb -crf 18 -pix_fmt bgr24"),
                file("h264-full-range.mp4", H264 + " -vf scale=out_range=pc -color_range pc"),
                file(
                        "h264-bt709.mp4",
                        H264
                                + " -vf scale=out_color_matrix=bt709 -colorspace bt709 -color_primaries bt709 -color_trc bt709"));
    }

    private static List<OddFile> fields() {
        String top = "-i @ -vf tinterlace=interleave_top ";
        return List.of(
                fields(
                        "mpeg2-interlaced.ts",
                        top + "-c:v mpeg2video -q:v 2 -flags +ildct+ilme -top 1 -pix_fmt yuv420p"),
                fields("mpeg2-422-interlaced.mkv", top + "-c:v mpeg2video -q:v 2 -flags +ildct+ilme -pix_fmt yuv422p"),
                fields(
                        "h264-interlaced.mp4",
                        "-i @ -vf tinterlace=interleave_bottom -c:v libx264 -crf 18 -pix_fmt yuv420p -x264-params bff=1"));
    }

    private static List<OddFile> rotations() {
        String turn = " -c:v libx264 -crf 18 -pix_fmt yuv420p";
        return List.of(
                rotated("h264-rotated-90.mp4", 90, "transpose=1", turn),
                rotated("h264-rotated-180.mp4", 180, "hflip,vflip", turn),
                rotated("h264-rotated-270.mov", 270, "transpose=2", turn),
                rotated(
                        "hevc-rotated-90.mp4",
                        90,
                        "transpose=1",
                        " -c:v libx265 -x265-params log-level=none -crf 18 -pix_fmt yuv420p"));
    }

    private static List<OddFile> times() {
        String uneven = H264 + " -vf setpts=(N+2*floor(N/3)+mod(N\\,2)/3)/25/TB -fps_mode passthrough";
        return List.of(
                file("h264-uneven.mp4", uneven + " -video_track_timescale 90000"),
                file("h264-uneven.mkv", uneven),
                file("h264-late.mp4", H264 + " -output_ts_offset 7.123"),
                file("h264-slow.mp4", "-r 1/2 -i @ -c:v libx264 -crf 18 -pix_fmt yuv420p"),
                file("h264-1001.mov", "-r 30000/1001 -i @ -c:v libx264 -crf 18 -pix_fmt yuv420p"));
    }

    private static List<OddFile> shapes() {
        return List.of(
                file("mjpeg-odd-size.avi", MJPEG + " -vf crop=639:447:0:0 -pix_fmt yuvj420p"),
                file("h264-odd-size.mp4", "-i @ -vf crop=639:447:0:0 -c:v libx264 -crf 18 -pix_fmt yuv444p"),
                file("mpeg4-odd-height.mkv", MPEG4 + " -vf crop=640:447:0:0 -pix_fmt yuv420p"),
                file("mpeg2-wide-pixels.ts", MPEG2 + " -vf setsar=4/3"));
    }

    private static OddFile file(String name, String recipe) {
        return new OddFile(name, recipe, Optional.empty(), false);
    }

    private static OddFile fields(String name, String recipe) {
        return new OddFile(name, recipe, Optional.empty(), true);
    }

    /** Stored lying on its side; the display matrix, which needs a second pass, puts it upright. */
    private static OddFile rotated(String name, int degrees, String filter, String codec) {
        String pass = "-display_rotation:v:0 " + degrees + " -i @ -c copy";
        return new OddFile(name, pass, Optional.of("-i @ -vf " + filter + codec), false);
    }

    /** False for a bare stream without a container, which holds no times. */
    boolean isTimed() {
        return !name.endsWith(".h264");
    }

    /** True when it holds red, green and blue, which no output does. */
    boolean isRgb() {
        return name.contains("rgb");
    }

    @Override
    public String toString() {
        return name;
    }
}

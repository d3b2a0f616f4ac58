package garim.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.av_version_info;
import static org.bytedeco.ffmpeg.global.avutil.avutil_license;

/** The media library tells which native code reads and writes video on this machine. */
public final class MediaLibrary {
    private MediaLibrary() {}

    /** Name, version and licence of the library; loads it if it was not loaded before. */
    public static String version() {
        Libav.load();
        return "FFmpeg " + av_version_info().getString() + " ("
                + avutil_license().getString() + ")";
    }

    /** True when the library has an encoder of this name. */
    public static boolean hasEncoder(String name) {
        Libav.load();
        return avcodec_find_encoder_by_name(name) != null;
    }
}

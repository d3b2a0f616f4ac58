package garim.engine.media;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.nio.file.Path;
import java.util.Locale;

/** The file formats that can be written. */
public enum Container {
    /** MPEG-4 file, index first. */
    MP4("mp4"),
    /** QuickTime file, index first. */
    MOV("mov"),
    /** Matroska file; its tick is one millisecond, timestamps are rounded to it. */
    MATROSKA("matroska");

    private final String muxer;

    Container(String muxer) {
        this.muxer = muxer;
    }

    String muxer() {
        return muxer;
    }

    boolean isMp4Family() {
        return this != MATROSKA;
    }

    /**
     * The container that the extension of a file name asks for: mp4, m4v, mov or mkv.
     *
     * @throws EngineException OUTPUT_FAILED for any other extension
     */
    public static Container ofFileName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "mp4", "m4v" -> MP4;
            case "mov" -> MOV;
            case "mkv" -> MATROSKA;
            default ->
                throw new EngineException(
                        ErrorCode.OUTPUT_FAILED, file.toString(), "the name must end in .mp4, .m4v, .mov or .mkv");
        };
    }
}

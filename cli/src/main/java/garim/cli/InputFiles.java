package garim.cli;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The input files that a user named: files as they are, folders as the videos in them and below. */
final class InputFiles {
    private static final Set<String> VIDEO_ENDINGS = Set.of(
            "mp4", "m4v", "mov", "mkv", "webm", "avi", "ts", "mts", "m2ts", "mpg", "mpeg", "vob", "flv", "wmv", "asf",
            "3gp", "dav", "h264", "264", "h265", "265", "hevc", "mjpeg", "mjpg");

    private InputFiles() {}

    /**
     * The files to work on, folders expanded in alphabetical order; outputs of this program are left out of folders.
     *
     * @throws EngineException INPUT_MISSING when a folder cannot be listed or holds no video
     */
    static List<Path> expand(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(videosIn(path));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> videosIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> videos = all.filter(Files::isRegularFile)
                    .filter(InputFiles::isVideo)
                    .sorted()
                    .toList();
            if (videos.isEmpty()) {
                throw new EngineException(ErrorCode.INPUT_MISSING, folder.toString(), "no video in this folder");
            }
            return videos;
        } catch (IOException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, folder.toString(), e.toString(), e);
        }
    }

    private static boolean isVideo(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.contains(OutputNames.MARK + ".")
                && name.contains(".")
                && VIDEO_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}

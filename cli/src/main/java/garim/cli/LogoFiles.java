package garim.cli;

import garim.engine.detect.logo.LogoReference;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.ModelUse;
import garim.engine.pipeline.FileHash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The reference pictures of trademarks that a user named: picture files as they are, folders as the pictures in them. */
final class LogoFiles {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff");

    private LogoFiles() {}

    /**
     * Reads and prepares references, folders in alphabetical order.
     *
     * @throws EngineException REFERENCE_INVALID about the first file that cannot be used
     */
    static List<LogoReference> read(List<Path> named) {
        List<LogoReference> references = new ArrayList<>();
        for (Path path : named) {
            for (Path file : Files.isDirectory(path) ? picturesIn(path) : List.of(path)) {
                references.add(reference(file));
            }
        }
        return references;
    }

    /** What goes into the plan about a reference: its name and hash, never the picture. */
    static ModelUse use(LogoReference reference) {
        return new ModelUse("logo:" + Path.of(reference.name()).getFileName(), reference.sha256());
    }

    private static List<Path> picturesIn(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> pictures = all.filter(Files::isRegularFile)
                    .filter(LogoFiles::isPicture)
                    .sorted()
                    .toList();
            if (pictures.isEmpty()) {
                throw invalid(folder, "no picture in this folder");
            }
            return pictures;
        } catch (IOException e) {
            throw new EngineException(ErrorCode.REFERENCE_INVALID, folder.toString(), e.toString(), e);
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static LogoReference reference(Path file) {
        if (!Files.isRegularFile(file)) {
            throw invalid(file, "there is no such file");
        }
        BufferedImage image = image(file);
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
        return LogoReference.of(file.toString(), FileHash.sha256(file), width, height, argb);
    }

    private static BufferedImage image(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw invalid(file, "not a PNG, JPEG, GIF, BMP or TIFF picture");
            }
            return image;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // the readers of the JDK throw all of these on damaged files
            throw new EngineException(ErrorCode.REFERENCE_INVALID, file.toString(), "damaged picture", e);
        }
    }

    private static EngineException invalid(Path file, String detail) {
        return new EngineException(ErrorCode.REFERENCE_INVALID, file.toString(), detail);
    }
}

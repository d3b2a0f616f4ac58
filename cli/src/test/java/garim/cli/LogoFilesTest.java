package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.logo.LogoReference;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.TargetKind;
import garim.engine.pipeline.FileHash;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogoFilesTest {
    @TempDir
    Path folder;

    @Test
    void readsAPictureWithItsHash() throws IOException {
        Path file = picture("mark.png");
        LogoReference reference = LogoFiles.read(List.of(file)).getFirst();
        assertEquals(file.toString(), reference.name());
        assertEquals(FileHash.sha256(file), LogoFiles.use(reference).sha256());
    }

    @Test
    void namesTheReferenceInThePlanWithoutItsFolder() throws IOException {
        LogoReference reference = LogoFiles.read(List.of(picture("mark.png"))).getFirst();
        assertEquals("logo:mark.png", LogoFiles.use(reference).name());
    }

    @Test
    void readsThePicturesOfAFolderInOrderAndNothingElse() throws IOException {
        Path second = picture("b.png");
        Path first = picture("a.png");
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        List<LogoReference> references = LogoFiles.read(List.of(folder));
        assertEquals(
                List.of(first.toString(), second.toString()),
                references.stream().map(LogoReference::name).toList());
    }

    @Test
    void refusesWhatIsNoPictureAndSaysWhich() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        assertRefused(text);
        assertRefused(folder.resolve("missing.png"));
    }

    @Test
    void refusesAFolderWithoutPictures() {
        assertRefused(folder);
    }

    @Test
    void refusesLogoWithoutAReference() {
        DetectorOptions options = new DetectorOptions();
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> options.settings(EnumSet.of(TargetKind.LOGO)));
        assertTrue(String.valueOf(thrown.getMessage()).contains("--logo"));
    }

    @Test
    void addsTheLogoToTheKindsThatAreMaskedAnyway() {
        DetectorOptions options = new DetectorOptions();
        options.logos = List.of(folder.resolve("mark.png"));
        assertEquals(Set.of(TargetKind.FACE, TargetKind.LOGO), options.kinds(EnumSet.of(TargetKind.FACE)));
    }

    private static void assertRefused(Path file) {
        EngineException thrown = assertThrows(EngineException.class, () -> LogoFiles.read(List.of(file)));
        assertEquals(ErrorCode.REFERENCE_INVALID, thrown.code());
        assertEquals(file.toString(), thrown.subject());
    }

    private Path picture(String name) throws IOException {
        BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 120, 90);
        g.setColor(Color.BLACK);
        g.fillOval(15, 15, 60, 60);
        g.fillRect(70, 20, 35, 14);
        g.fillRect(80, 50, 12, 25);
        g.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}

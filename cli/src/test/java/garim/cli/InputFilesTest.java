package garim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputFilesTest {
    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    @Test
    void takesNamedFilesAsTheyAreEvenWhenMissing() {
        List<Path> named = List.of(Path.of("b.txt"), Path.of("a.masked.mp4"));
        assertEquals(named, InputFiles.expand(named));
    }

    @Test
    void findsTheVideosOfAFolderAndBelowInOrder() throws IOException {
        Path b = file("b.MP4");
        Path deep = file("a/deep/c.dav");
        file("notes.txt");
        file("mp4");
        assertEquals(List.of(deep, b), InputFiles.expand(List.of(folder)));
    }

    @Test
    void leavesOutWhatThisProgramWroteAndHiddenFiles() throws IOException {
        Path clip = file("clip.mp4");
        file("clip.masked.mp4");
        file("clip.avi.masked.mp4");
        file(".clip.mp4");
        file(".clip.mp4.17.garim-part");
        assertEquals(List.of(clip), InputFiles.expand(List.of(folder)));
    }

    @Test
    void saysThatAFolderHoldsNoVideo() {
        EngineException e = assertThrows(EngineException.class, () -> InputFiles.expand(List.of(folder)));
        assertEquals(ErrorCode.INPUT_MISSING, e.code());
        assertEquals(folder.toString(), e.subject());
    }
}

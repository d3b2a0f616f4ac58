package garim.cli.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneSourceTest {
    @Test
    void knowsTheFacesOfTheDemonstrationPhotographs() throws IOException {
        assertEquals(3, SceneSource.knownFaces("sample3.jpg").size());
        assertEquals(4, SceneSource.knownFaces("sample4.jpg").size());
        assertEquals(5, SceneSource.knownFaces("sample5.jpg").size());
        assertEquals(4, SceneSource.knownFaces("sample6.jpg").size());
        Box picture = new Box(0, 0, 1920, 1280);
        for (KnownFace face : SceneSource.knownFaces("sample5.jpg")) {
            assertEquals(face.box(), face.box().intersect(picture));
            assertTrue(face.box().height() > face.box().width());
        }
    }

    @Test
    void saysWhichPhotographIsNotOnTheClassPath() {
        ClassLoader nothing = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};
        FileNotFoundException e = assertThrows(FileNotFoundException.class, () -> SceneSource.demo(nothing));
        assertEquals("garim/models/demo/sample5.jpg is not on the class path", e.getMessage());
    }

    @Test
    void refusesTooFewPeople() {
        List<Photograph> backdrop = PaintedPeople.source().backdrop();
        assertThrows(IllegalArgumentException.class, () -> new SceneSource(backdrop, List.of()));
    }
}

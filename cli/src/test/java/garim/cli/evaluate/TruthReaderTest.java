package garim.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import garim.engine.frame.Box;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthReaderTest {
    private static final String HEAD = "clip,frame,kind,x,y,w,h,difficulty,track\n";

    @TempDir
    private Path folder;

    @Test
    void readsClipsWithTheirCompleteKinds() {
        Path truth = file("annotations.csv", HEAD + """
                a.mp4,4,face,10,20,30,40,easy,man
                a.mp4,0,none,0,0,0,0,,
                a.mp4,4,plate,1,2,3,4,,"x, ""y\"""
                b.avi,7,person,1.5,2,3,4,ignore,p0
                """);
        Path scope = file("scope.csv", "clip,complete_kinds,note\na.mp4,face  plate,\"square, 10 fps\"\n");
        List<ClipTruth> clips = TruthReader.clips(truth, scope);
        TargetBox face = new TargetBox("face", new Box(10, 20, 30, 40), Difficulty.EASY, "man");
        TargetBox plate = new TargetBox("plate", new Box(1, 2, 3, 4), Difficulty.UNGRADED, "x, \"y\"");
        TargetBox person = new TargetBox("person", new Box(1.5, 2, 3, 4), Difficulty.IGNORE, "p0");
        FrameTruth empty = new FrameTruth(0, List.of());
        assertEquals(
                List.of(
                        new ClipTruth(
                                "a.mp4",
                                Set.of("face", "plate"),
                                List.of(empty, new FrameTruth(4, List.of(face, plate)))),
                        new ClipTruth("b.avi", Set.of(), List.of(new FrameTruth(7, List.of(person))))),
                clips);
    }

    @Test
    void readsPicturesWhateverTheLastColumnSays() {
        Path truth =
                file("gt.csv", "file,kind,x,y,w,h,difficulty,text\r\n1.jpg,text,1,2,3,4,hard,\"A \"\"B\"\"\nC\"\r\n");
        TargetBox text = new TargetBox("text", new Box(1, 2, 3, 4), Difficulty.HARD, "");
        ClipTruth picture = new ClipTruth("1.jpg", Set.of("text"), List.of(new FrameTruth(0, List.of(text))));
        assertEquals(List.of(picture), TruthReader.pictures(truth, Set.of("text")));
    }

    @Test
    void namesFileLineAndFaultOfBadRow() {
        assertFault("a,0,face,1,2,3,x,easy,t", "column 'h' holds 'x', a number was expected");
        assertFault("a,0,face,1,2,3,NaN,easy,t", "column 'h' holds 'NaN', which is not finite");
        assertFault("a,-1,face,1,2,3,4,easy,t", "column 'frame' holds -1, which is negative");
        assertFault("a,0,face,1,2,0,4,easy,t", "a face of 0x4 pixels has no area");
        assertFault(
                "a,0,face,1,2,3,4,simple,t", "difficulty 'simple' is none of easy, medium, hard, ignore or nothing");
        assertFault("a,0,,1,2,3,4,easy,t", "the kind is missing; write 'none' where nothing is there");
        assertFault(",0,face,1,2,3,4,easy,t", "the name of the clip or picture is missing");
        assertFault("a,0,face,1,2,3", "6 cells where 9 were expected");
        assertFault("a,0,face,1,2,3,4,easy,\"t", "a quoted cell is not closed");
        assertFault("a,0,face,1,2,3,4,easy,\"t\"u", "text follows the closing quote of a cell");
    }

    @Test
    void namesColumnThatIsMissing() {
        Path truth = file("gt.csv", "file,kind,x,y,w,h\n");
        EvaluationException e = assertThrows(EvaluationException.class, () -> TruthReader.pictures(truth, Set.of()));
        assertEquals(truth + " line 1: there is no column 'difficulty'", e.getMessage());
    }

    @Test
    void namesFileThatIsEmptyOrMissing() {
        Path empty = file("empty.csv", "");
        Path missing = folder.resolve("missing.csv");
        assertThrows(EvaluationException.class, () -> TruthReader.pictures(empty, Set.of()));
        assertThrows(EvaluationException.class, () -> TruthReader.pictures(missing, Set.of()));
    }

    @Test
    void refusesScopeThatNamesAClipTwice() {
        Path truth = file("annotations.csv", HEAD);
        Path scope = file("scope.csv", "clip,complete_kinds\na,face\na,plate\n");
        EvaluationException e = assertThrows(EvaluationException.class, () -> TruthReader.clips(truth, scope));
        assertEquals(3, e.line());
    }

    @Test
    void readsBackWhatTheWriterWrote() throws IOException {
        TargetBox face = new TargetBox("face", new Box(10.25, 20, 30, 40.5), Difficulty.EASY, "a \"b\", c");
        TargetBox text = new TargetBox("text", new Box(-1, 0, 3, 4), Difficulty.UNGRADED, "");
        List<FrameTruth> frames = List.of(new FrameTruth(0, List.of()), new FrameTruth(9, List.of(face, text)));
        List<ClipTruth> clips = List.of(new ClipTruth("a,b.mp4", Set.of("face", "text"), frames));
        Path truth = folder.resolve("annotations.csv");
        Path scope = folder.resolve("scope.csv");
        TruthWriter.annotations(truth, clips);
        TruthWriter.scope(scope, clips);
        assertEquals(clips, TruthReader.clips(truth, scope));
    }

    private void assertFault(String row, String reason) {
        Path truth = file("annotations.csv", HEAD + "a,0,none,0,0,0,0,,\n" + row);
        EvaluationException e = assertThrows(EvaluationException.class, () -> TruthReader.clips(truth, Set.of()));
        assertEquals(truth + " line 3: " + reason, e.getMessage());
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

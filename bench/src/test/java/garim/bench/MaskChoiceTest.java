package garim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.media.WriteSettings;
import garim.engine.pipeline.AnalysisSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MaskChoiceTest {
    private static final Path OUTPUT = Path.of("out.mp4");

    @Test
    void nothingChosenIsTheStandard() {
        MaskChoice choice = MaskChoice.of(List.of());
        assertEquals(AnalysisSettings.standard(), choice.analysis());
        assertEquals(WriteSettings.forFile(OUTPUT), choice.write(OUTPUT));
    }

    @Test
    void everyChoiceArrives() {
        MaskChoice choice = MaskChoice.of(List.of(
                "--detector=fast",
                "--every",
                "7",
                "--threads",
                "3",
                "--style",
                "solid",
                "--margin",
                "1",
                "--quality",
                "30"));
        assertEquals("fast", choice.detector());
        assertEquals(7, choice.analysis().every());
        assertEquals(3, choice.analysis().threads());
        assertEquals(new MaskRule(MaskStyle.SOLID, 1), choice.analysis().rules().get(TargetKind.FACE));
        assertEquals(30, choice.write(OUTPUT).quantizer());
    }

    @Test
    void optionsThatOnlyTheCommandKnowsAreLeftToIt() {
        assertEquals(
                "ssd",
                MaskChoice.of(List.of("--keep-plan", "--detector", "ssd")).detector());
    }
}

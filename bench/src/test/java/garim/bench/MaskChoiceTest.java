package garim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.media.WriteSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MaskChoiceTest {
    private static final Path OUTPUT = Path.of("out.mp4");

    @Test
    void nothingChosenIsTheStandard() {
        assertEquals(WriteSettings.forFile(OUTPUT), MaskChoice.of(List.of()).write(OUTPUT));
    }

    @Test
    void theQualityArrives() {
        MaskChoice choice = MaskChoice.of(List.of("--every", "7", "--quality", "30"));
        assertEquals(30, choice.write(OUTPUT).quantizer());
    }

    @Test
    void optionsThatOnlyTheCommandKnowsAreLeftToIt() {
        MaskChoice choice = MaskChoice.of(List.of("--keep-plan", "--detector", "ssd"));
        assertEquals(WriteSettings.forFile(OUTPUT), choice.write(OUTPUT));
    }
}

package garim.bench;

import garim.engine.detect.PictureRoutines;
import garim.engine.detect.logo.LogoRoutines;
import garim.engine.detect.onnx.CropRoutines;
import garim.engine.detect.text.TextRoutines;
import garim.engine.frame.PixelRoutine;
import garim.engine.mask.MaskRoutines;
import garim.engine.motion.MotionRoutines;
import garim.engine.proof.ProofRoutines;
import garim.engine.track.TrackRoutines;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All pixel routines of the engine that have a plain twin and are worth a measurement. */
final class PixelRoutines {
    private PixelRoutines() {}

    static List<PixelRoutine> all() {
        return Stream.of(
                        PictureRoutines.all(),
                        MotionRoutines.all(),
                        TrackRoutines.all(),
                        CropRoutines.all(),
                        TextRoutines.all(),
                        LogoRoutines.all(),
                        MaskRoutines.all(),
                        ProofRoutines.all())
                .flatMap(List::stream)
                .toList();
    }

    /** One of the two ways in which a routine is done. */
    static Supplier<Object> named(String word, String twin) {
        PixelRoutine found = all().stream()
                .filter(routine -> routine.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no routine " + word));
        return twin.equals(PixelBenchmark.FAST) ? found.fast() : found.plain();
    }
}

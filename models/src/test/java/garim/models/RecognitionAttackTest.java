package garim.models;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.MaskStrength;
import garim.engine.mask.Masker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A recogniser matches masked faces no better than twice chance with a gallery of clear ones. The same recogniser matches
 * the same shots without masks almost always, so that a broken one does not pass for a strong mask.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecognitionAttackTest {
    private static final double SHORT_SIDE = 100;
    private static final int SHOTS = 5;
    private static final double MARGIN = 0.25;

    private final Recognizer recognizer = new Recognizer();
    private final List<FaceShot> people = FaceGallery.composed(SHORT_SIDE);
    private final List<float[]> described = describe(shots(people, 1));

    @AfterAll
    void close() {
        recognizer.close();
    }

    @Test
    void matchesClearFacesWell() {
        requireGood("composed, clear", Matching.of(describe(shots(people, 2)), described));
    }

    private static void requireGood(String name, Matching clear) {
        report(name, clear);
        assertTrue(clear.gallery() >= 100, clear.toString());
        assertTrue(clear.topOne() > 0.8 && clear.area() > 0.98, clear.toString());
    }

    @ParameterizedTest
    @EnumSource(
            value = MaskStyle.class,
            names = {"MOSAIC", "BLUR"})
    void matchesNoMaskedFaceOfAComposedGallery(MaskStyle style) {
        attack("composed", people, described, style);
    }

    @Test
    void matchesNoMaskedFaceOfARealGallery() throws IOException {
        List<FaceShot> real = FaceGallery.real(SHORT_SIDE);
        assumeTrue(real.size() >= 100, "skipped: evaldata/faces-masked is not beside the project");
        List<float[]> gallery = describe(shots(real, 1));
        requireGood("real, clear", Matching.of(describe(shots(real, 2)), gallery));
        attack("real", real, gallery, MaskStyle.MOSAIC);
    }

    private void attack(String name, List<FaceShot> faces, List<float[]> gallery, MaskStyle style) {
        Random jitter = new Random(5);
        List<float[]> clear = new ArrayList<>();
        List<float[]> soft = new ArrayList<>();
        for (int shot = 0; shot < SHOTS; shot++) {
            List<FaceShot> probes = masked(shots(faces, 10 + shot), style, jitter);
            clear.addAll(describe(probes));
            soft.addAll(describe(smoothed(probes)));
        }
        Matching plain = Matching.of(clear, gallery);
        Matching smoothed = Matching.of(soft, gallery);
        report(name + ", " + style, plain);
        report(name + ", " + style + ", smoothed", smoothed);
        requireNoBetterThanTwiceChance(plain);
        requireNoBetterThanTwiceChance(smoothed);
    }

    /** Top 1 rests on a face or two, so it counts with its error; top 5 and the area rest on all of them. */
    private static void requireNoBetterThanTwiceChance(Matching matching) {
        String what = matching.toString();
        assertTrue(matching.topOne() - 2 * matching.topOneError() <= 2 * matching.chance(), what);
        assertTrue(matching.topFive() <= 2 * matching.chanceOfFive(), what);
        assertTrue(matching.area() < 0.6, what);
    }

    /**
     * McPherson et al. 2016: where the gallery is masked as well, the coarse look of a shot is enough. No mask that shows
     * anything withstands this among shots of one day, so this is a figure and no promise; see docs/strength.md.
     */
    @Test
    void reportsTheAttackWithAMaskedGallery() {
        List<FaceShot> few = people.subList(0, 60);
        List<float[]> gallery = describe(smoothed(masked(shots(few, 1), MaskStyle.MOSAIC)));
        Matching parrot = Matching.of(describe(smoothed(masked(shots(few, 2), MaskStyle.MOSAIC))), gallery);
        report("composed, MOSAIC, gallery masked too", parrot);
        assertTrue(parrot.gallery() == 60, parrot.toString());
    }

    static List<FaceShot> masked(List<FaceShot> shots, MaskStyle style) {
        return masked(shots, style, new Random(5));
    }

    private static List<FaceShot> masked(List<FaceShot> shots, MaskStyle style, Random random) {
        return shots.stream().map(shot -> masked(shot, style, random)).toList();
    }

    private static FaceShot masked(FaceShot shot, MaskStyle style, Random random) {
        Frame frame = shot.frame(0);
        Box face = shot.face();
        Box found = new Box(
                face.x() + face.width() * random.nextDouble(-0.03, 0.03),
                face.y() + face.height() * random.nextDouble(-0.03, 0.03),
                face.width() * random.nextDouble(0.97, 1.03),
                face.height() * random.nextDouble(0.97, 1.03));
        new Masker().cover(frame, List.of(new MaskRegion(1, TargetKind.FACE, found, new MaskRule(style, MARGIN))));
        return shot.of(frame);
    }

    private static List<FaceShot> smoothed(List<FaceShot> shots) {
        return shots.stream()
                .map(shot -> shot.smoothed(0.5 * SHORT_SIDE / MaskStrength.CELLS))
                .toList();
    }

    private static List<FaceShot> shots(List<FaceShot> faces, int seed) {
        Random random = new Random(seed);
        return faces.stream().map(face -> face.again(random)).toList();
    }

    private List<float[]> describe(List<FaceShot> shots) {
        return recognizer.describe(shots.stream().map(FaceShot::chip).toList());
    }

    private static void report(String attack, Matching matching) {
        System.out.println("strength: " + attack + ": " + matching);
    }
}

package garim.models;

import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.Masker;
import garim.engine.track.FrameDetections;
import garim.engine.track.Tracker;
import garim.engine.track.TrackingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Adding up the masked frames of a face that walks, shifted so that the face stands still, gives hardly more of it than
 * one frame does. The attacker knows the true place of the face in every frame to a fraction of a pixel.
 */
final class AveragingAttackTest {
    private static final int FRAMES = 50;
    private static final int PEOPLE = 6;
    private static final double SHORT_SIDE = 60;

    /** Detectors place a box this far off, in sides of the face. */
    private static final double LOOSE = 0.08;

    private static final MaskRule RULE = new MaskRule(MaskStyle.MOSAIC, 0.25);

    @Test
    void theMeanOfAllFramesShowsHardlyMoreThanOne() {
        double one = 0;
        double held = 0;
        double fresh = 0;
        List<FaceShot> people = FaceGallery.composed(SHORT_SIDE).subList(0, PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            Masker masker = new Masker();
            one += likeness(people.get(i), i, 1, () -> masker) / PEOPLE;
            Masker second = new Masker();
            held += likeness(people.get(i), i, FRAMES, () -> second) / PEOPLE;
            fresh += likeness(people.get(i), i, FRAMES, Masker::new) / PEOPLE;
        }
        String figures = String.format(
                Locale.ROOT,
                "fine detail of one frame %.2f, mean of %d with held colours %.2f, with fresh colours %.2f",
                one,
                FRAMES,
                held,
                fresh);
        System.out.println("strength: averaging: " + figures);
        assertTrue(held < one + 0.1, figures);
        assertTrue(held < 0.3, figures);
    }

    private static double likeness(FaceShot person, int seed, int frames, Supplier<Masker> maskers) {
        Random random = new Random(seed);
        List<FaceShot> shots = new ArrayList<>();
        List<FrameDetections> looks = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            double away = frame - FRAMES / 2.0;
            shots.add(person.moved(0.37 * away, 0.13 * away, random));
            looks.add(new FrameDetections(frame, frame % 2 == 0 ? List.of(found(shots.getLast(), random)) : List.of()));
        }
        Track track = new Tracker(TrackingSettings.DEFAULT, Timeline.even(FRAMES, 25))
                .track(looks)
                .getFirst();
        float[] sum = new float[0];
        for (int frame = 0; frame < frames; frame++) {
            Frame masked = shots.get(frame).frame(frame);
            Box box = track.boxAt(frame).orElseThrow();
            maskers.get().cover(masked, List.of(new MaskRegion(track.id(), TargetKind.FACE, box, RULE)));
            double away = frame - FRAMES / 2.0;
            FaceShot steadied = shots.get(frame).of(masked).moved(-0.37 * away, -0.13 * away);
            sum = plus(sum, steadied.detail());
        }
        return correlation(person.detail(), sum);
    }

    private static Detection found(FaceShot shot, Random random) {
        Box face = shot.face();
        Box loose = new Box(
                face.x() + face.width() * random.nextDouble(-LOOSE, LOOSE),
                face.y() + face.height() * random.nextDouble(-LOOSE, LOOSE),
                face.width() * random.nextDouble(1 - LOOSE, 1 + LOOSE),
                face.height() * random.nextDouble(1 - LOOSE, 1 + LOOSE));
        return new Detection(TargetKind.FACE, loose, 0.9, "loose");
    }

    private static float[] plus(float[] sum, float[] more) {
        float[] result = more.clone();
        for (int i = 0; i < sum.length; i++) {
            result[i] += sum[i];
        }
        return result;
    }

    private static double correlation(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (double) a[i] * b[i];
            aa += (double) a[i] * a[i];
            bb += (double) b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb + 1e-9);
    }
}

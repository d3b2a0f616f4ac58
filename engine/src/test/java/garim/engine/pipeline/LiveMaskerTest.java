package garim.engine.pipeline;

import static garim.engine.pipeline.LiveFrames.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.detect.Detector;
import garim.engine.detect.GlancingDetector;
import garim.engine.detect.Picture;
import garim.engine.frame.Detection;
import garim.engine.frame.TargetKind;
import garim.engine.zone.ZoneText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every test inspects every frame that comes out; see {@link LiveScenario}. */
final class LiveMaskerTest {
    private final LiveScenario camera = new LiveScenario(LiveScenario.faces());

    @Test
    void masksTheTargetAndShowsTheRest() {
        camera.world.put(100, 60);
        camera.run(50);
        assertThat(camera.emitted).areMoreThan(35);
        assertThat(camera.emitted).lastIs(new LiveVerdict.Targets(1));
    }

    @Test
    void showsAnEmptySceneUnmasked() {
        camera.run(50);
        assertThat(camera.of(1, 40)).are(new LiveVerdict.Targets(0));
    }

    @Test
    void givesEveryFrameOnceInOrderAndWithTheSameDelay() {
        camera.run(100);
        camera.end();
        assertEquals(
                LongStream.range(0, 100).boxed().toList(),
                camera.emitted.stream().map(LiveScenario.Emitted::pts).toList());
        assertThat(camera.of(0, 80))
                .all(e -> e.lateness() < Duration.ofMillis(40).toNanos());
    }

    @Test
    void reachesBackToTheFirstFrameOfANewcomer() {
        camera.run(20);
        camera.world.put(120, 80);
        long came = camera.run(30);
        assertThat(camera.of(came, came + 20)).are(new LiveVerdict.Targets(1));
    }

    @Test
    void coversWhoWalksBetweenTwoLooks() {
        for (int i = 0; i < 60; i++) {
            camera.world.put(10 + 4 * i, 80);
            camera.step();
        }
        assertThat(camera.of(5, 45)).all(e -> !e.isWhole());
    }

    @Test
    void coversWhoIsSeenNoMoreForAWhile() {
        camera.world.put(120, 80);
        camera.run(30);
        camera.detector.fault = List::of;
        camera.world.marker = Optional.empty();
        long gone = camera.run(20);
        assertThat(camera.of(gone, gone + 8)).are(new LiveVerdict.Targets(1));
    }

    @Test
    void masksStartUpWholeUntilSomebodyHasLooked() {
        camera.lookNanos = Duration.ofSeconds(1).toNanos();
        camera.world.put(100, 60);
        camera.run(20);
        assertThat(camera.emitted).areMoreThan(0).areWhole();
        assertTrue(camera.wasWhole(LiveVerdict.Reason.STARTING));
    }

    @Test
    void masksWholeAfterTheCameraCameBack() {
        camera.world.put(100, 60);
        camera.run(50);
        camera.masker.interrupted();
        camera.world.scene(2);
        camera.world.put(200, 20);
        camera.lookNanos = Duration.ofMillis(700).toNanos();
        long back = camera.run(15);
        camera.lookNanos = Duration.ofMillis(60).toNanos();
        camera.run(40);
        assertThat(camera.of(back, back + 5)).areSo(5).areWhole();
        assertThat(camera.emitted).lastIsNotWhole();
    }

    @Test
    void masksWholeAtACutUntilSomebodyHasLooked() {
        camera.world.put(100, 60);
        camera.run(50);
        camera.lookNanos = Duration.ofMillis(700).toNanos();
        camera.world.scene(3);
        camera.world.put(40, 100);
        long cut = camera.run(15);
        camera.run(40);
        assertThat(camera.of(cut, cut + 5)).areSo(5).all(e -> e.verdict()
                .equals(new LiveVerdict.Whole(LiveVerdict.Reason.SCENE_CHANGED)));
    }

    @Test
    void showsTheNewSceneOfACutOnlyAsFarAsItWasLookedAt() {
        for (int scene = 1; scene < 12; scene++) {
            camera.world.scene(scene);
            camera.world.put(20 * scene, 10 * scene);
            camera.run(15);
        }
        assertThat(camera.emitted).someAreWhole();
    }

    @Test
    void masksWholeWhileTheCameraTurns() {
        camera.world.put(100, 60);
        camera.run(50);
        long from = 50;
        for (int i = 0; i < 25; i++) {
            camera.world.offset += 2;
            camera.world.put(Math.max(0, 100 - 2 * i), 60);
            camera.step();
        }
        long still = camera.run(30);
        assertThat(camera.of(from + 4, still)).areSo(21).areWhole();
        assertThat(camera.emitted).lastIsNotWhole();
    }

    @Test
    void masksWholeWhenTheLightGoesOffAndOn() {
        camera.world.put(100, 60);
        camera.run(50);
        camera.world.light = 0.2;
        long off = camera.run(30);
        camera.world.light = 1;
        long on = camera.run(30);
        assertThat(camera.of(off, off + 3)).areSo(3).areWhole();
        assertThat(camera.of(on, on + 3)).areSo(3).areWhole();
        assertThat(camera.emitted).lastIsNotWhole();
    }

    @Test
    void masksWholeWhileADetectorFails() {
        walk(50);
        camera.detector.fault = () -> List.of(new IllegalStateException("broken"));
        long broken = walk(50);
        camera.detector.fault = List::of;
        long mended = walk(50);
        assertThat(camera.of(broken + 5, mended - 5)).areSo(40).areWhole();
        assertTrue(camera.wasWhole(LiveVerdict.Reason.DETECTOR_FAILED));
        assertThat(camera.emitted).lastIs(new LiveVerdict.Targets(1));
        assertTrue(camera.masker.failed() > 0);
    }

    @Test
    void masksWholeWhileADetectorDiesOfAnError() {
        walk(30);
        camera.detector.fault = () -> List.of(new StackOverflowError());
        long broken = walk(40);
        assertThat(camera.of(broken + 5, broken + 25)).areSo(20).areWhole();
    }

    @Test
    void masksWholeWhenOneLookAmongGoodOnesFails() {
        camera.world.put(100, 60);
        camera.run(30);
        int[] left = {1};
        camera.detector.fault = () -> left[0]-- > 0 ? List.of(new IllegalStateException("once")) : List.of();
        // Something must change, or nobody would look.
        camera.world.put(130, 60);
        long once = camera.run(60);
        assertThat(camera.of(once, once + 10)).someAreWhole();
        assertThat(camera.emitted).lastIsNotWhole();
    }

    @Test
    void masksWholeWhenADetectorIsSlowerThanRealTime() {
        camera.lookNanos = Duration.ofMillis(450).toNanos();
        walk(100);
        assertThat(camera.emitted).areMoreThan(80).areWhole();
        assertTrue(camera.wasWhole(LiveVerdict.Reason.LATE));
        assertThat(camera.of(0, 85))
                .all(e -> e.lateness() < Duration.ofMillis(40).toNanos());
    }

    @Test
    void masksWholeWhenADetectorHangsForEver() {
        camera.run(30);
        camera.lookNanos = Long.MAX_VALUE / 4;
        camera.world.put(90, 90);
        long hung = camera.run(60);
        assertThat(camera.of(hung + 1, hung + 50)).areSo(49).areWhole();
    }

    @Test
    void losesNothingWhenAnswersComeNowEarlyNowLate() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            camera.lookNanos = Duration.ofMillis(random.nextInt(600)).toNanos();
            camera.world.put(20 + i, 40 + random.nextInt(6));
            camera.step();
        }
        assertThat(camera.emitted).someAreWhole();
    }

    @Test
    void aLateLookSeesTheFrameAsItWasBeforeItWasPainted() {
        camera.world.put(100, 60);
        camera.lookNanos = Duration.ofMillis(800).toNanos();
        camera.run(21);
        camera.lookNanos = Duration.ofMillis(20).toNanos();
        camera.run(60);
        assertThat(camera.emitted).lastIs(new LiveVerdict.Targets(1));
    }

    @Test
    void masksWholeWhenTheWorkersRefuse() {
        camera.run(30);
        camera.isRefusing = true;
        camera.world.put(90, 90);
        long refused = camera.run(40);
        assertThat(camera.of(refused + 5, refused + 25)).areSo(20).areWhole();
    }

    @Test
    void masksWholeWhenOverloadIsTold() {
        camera.world.put(100, 60);
        camera.run(30);
        camera.masker.shed(LiveShedding.WHOLE);
        long overload = camera.run(30);
        camera.masker.shed(LiveShedding.FEWER_LOOKS);
        camera.run(30);
        assertThat(camera.of(overload - 10, overload + 20)).areWhole(LiveVerdict.Reason.OVERLOADED);
        assertThat(camera.emitted).lastIsNotWhole();
    }

    @Test
    void looksHalfAsOftenBeforeItStopsLookingWhereTheDelayAllows() {
        LiveScenario patient = new LiveScenario(LiveSettings.of(AnalysisSettings.standard(), Duration.ofSeconds(1)));
        walk(patient, 100);
        int often = patient.detector.looks;
        patient.masker.shed(LiveShedding.FEWER_LOOKS);
        walk(patient, 100);
        int seldom = patient.detector.looks - often;
        assertTrue(seldom > 0 && seldom < often * 3 / 4, seldom + " of " + often);
    }

    @Test
    void masksADamagedFrameWholeAndGoesOnFromTheNextLook() {
        camera.world.put(100, 60);
        camera.run(30);
        camera.world.isDamaged = true;
        long damaged = camera.run(1);
        camera.world.isDamaged = false;
        camera.run(40);
        assertThat(camera.of(damaged, damaged + 1)).areWhole(LiveVerdict.Reason.DAMAGED);
        assertThat(camera.emitted).lastIsNotWhole();
    }

    @Test
    void masksWholeWhenTheSizeChangesInMidStream() {
        camera.world.put(100, 60);
        camera.run(30);
        camera.lookNanos = Duration.ofMillis(600).toNanos();
        camera.world.width = 480;
        camera.world.height = 270;
        camera.world.put(300, 100);
        long changed = camera.run(12);
        camera.lookNanos = Duration.ofMillis(60).toNanos();
        camera.run(50);
        assertThat(camera.of(changed, changed + 2)).areSo(2).areWhole();
        assertThat(camera.emitted).lastIs(new LiveVerdict.Targets(1));
    }

    @Test
    void masksWholeWhenTheClockJumpsForward() {
        camera.world.put(100, 60);
        camera.run(30);
        camera.now += Duration.ofHours(1).toNanos();
        camera.world.put(140, 60);
        long jump = camera.run(40);
        assertThat(camera.of(jump - 3, jump)).areSo(3).areWhole();
        assertThat(camera.emitted).lastIsNotWhole();
    }

    @Test
    void masksWholeAndGoesOnWhenTheClockJumpsBack() {
        camera.world.put(100, 60);
        camera.run(30);
        camera.now -= Duration.ofHours(1).toNanos();
        camera.world.put(140, 60);
        camera.run(60);
        camera.end();
        assertThat(camera.emitted).areSo(90).someAreWhole();
    }

    @Test
    void keepsNoMoreThanItMustWhenTheClockStandsStill() {
        camera.run(30);
        for (int i = 0; i < 300; i++) {
            camera.give();
        }
        assertTrue(camera.masker.waiting() < 60);
    }

    @Test
    void masksACameraThatSendsGarbageWhole() {
        camera.run(30);
        long garbage = 30;
        for (int i = 0; i < 60; i++) {
            camera.world.garbage(i);
            camera.step();
        }
        camera.end();
        assertThat(camera.of(garbage + 1, garbage + 60)).areSo(59).areWhole();
    }

    @Test
    void anyMixtureOfFaultsLetsNothingRawOut() {
        Random random = new Random(20261125);
        for (int i = 0; i < 400; i++) {
            fault(random);
            camera.step();
        }
        camera.end();
        assertThat(camera.emitted).someAreWhole().any(e -> !e.isWhole());
    }

    private void fault(Random random) {
        LiveWorld world = camera.world;
        world.isDamaged = false;
        world.put(40 + random.nextInt(3), 40);
        switch (random.nextInt(60)) {
            case 0 -> world.scene(random.nextLong());
            case 1 -> camera.masker.interrupted();
            case 2 -> camera.detector.fault = () -> List.of(new IllegalStateException("broken"));
            case 3, 4, 5 -> camera.detector.fault = List::of;
            case 6 -> camera.lookNanos = Duration.ofMillis(random.nextInt(900)).toNanos();
            case 7, 8 -> camera.lookNanos = Duration.ofMillis(40).toNanos();
            case 9 -> world.isDamaged = true;
            case 10 -> world.width = 320 + 16 * random.nextInt(3);
            case 11 -> camera.now += Duration.ofSeconds(random.nextInt(100)).toNanos();
            case 12 -> camera.now -= Duration.ofSeconds(random.nextInt(100)).toNanos();
            case 13 -> world.light = 0.3 + random.nextDouble();
            case 14 -> camera.masker.shed(random.nextBoolean() ? LiveShedding.NONE : LiveShedding.WHOLE);
            case 15 -> camera.isRefusing = random.nextBoolean();
            default -> {}
        }
    }

    @Test
    void masksWhatMovesWithoutAnyDetector() {
        LiveSettings settings =
                LiveSettings.of(AnalysisSettings.standard(Set.of(TargetKind.MOTION)), LiveSettings.DEFAULT_DELAY);
        LiveScenario motion = new LiveScenario(settings, List.of());
        motion.run(130);
        assertThat(motion.of(0, 90)).areSo(90).areWhole();
        assertThat(motion.emitted).lastIs(new LiveVerdict.Targets(0));
    }

    @Test
    void coversAZoneFromTheFirstFrameOn() {
        LiveSettings settings = LiveScenario.faces().withZones(List.of(ZoneText.parse("10,10,60,60")));
        LiveScenario zoned = new LiveScenario(settings);
        zoned.run(40);
        assertThat(zoned.of(1, 30)).are(new LiveVerdict.Targets(1));
    }

    /** A camera whose glances see nothing, so that only thorough looks find the marker. */
    private static LiveScenario glancingBlindly(MarkerDetector thorough, MarkerDetector blind) {
        Detector detector = new GlancingDetector(thorough, new Detector() {
            @Override
            public String name() {
                return "blind";
            }

            @Override
            public List<Detection> detect(Picture picture) {
                blind.detect(picture);
                return List.of();
            }

            @Override
            public void close() {}
        });
        return new LiveScenario(LiveScenario.faces(), List.of(new DetectorUse(detector, List.of())));
    }

    private final MarkerDetector thorough = new MarkerDetector();
    private final LiveScenario spare = glancingBlindly(thorough, new MarkerDetector());

    @Test
    void aThoroughLookInSpareTimeCoversWhatGlancesMiss() {
        spare.run(30);
        spare.hasSpare = true;
        spare.world.put(100, 60);
        spare.inspectsMarker = false;
        spare.run(60);
        spare.inspectsMarker = true;
        long seen = spare.run(60);
        assertThat(spare.of(seen, seen + 45)).are(new LiveVerdict.Targets(1));
        assertTrue(spare.masker.thorough() >= 2, spare.masker.thorough() + " thorough looks");
    }

    @Test
    void aLateThoroughLookIsFollowedToWhereTheTargetIsNow() {
        spare.run(30);
        spare.hasSpare = true;
        spare.inspectsMarker = false;
        for (int i = 0; i < 60; i++) {
            spare.lookNanos = Duration.ofMillis(i % 5 == 0 ? 700 : 40).toNanos();
            spare.world.put(60 + i, 60);
            spare.step();
        }
        spare.inspectsMarker = true;
        for (int i = 60; i < 90; i++) {
            spare.world.put(60 + i, 60);
            spare.step();
        }
        assertTrue(spare.masker.thorough() > 0);
        assertThat(spare.of(60, 78)).areSo(18);
    }

    @Test
    void nobodyLooksThoroughlyWithoutSpareTimeOrUnderLoad() {
        spare.world.put(100, 60);
        spare.inspectsMarker = false;
        spare.run(60);
        spare.hasSpare = true;
        spare.masker.shed(LiveShedding.FEWER_LOOKS);
        spare.run(60);
        assertEquals(0, thorough.looks);
    }

    @Test
    void masksWholeWhileAThoroughLookFailsAndMakesItAgainWithoutWaitingForTime() {
        spare.hasSpare = true;
        thorough.fault = () -> List.of(new IllegalStateException("broken"));
        spare.run(60);
        assertThat(spare.of(10, 45)).areWhole(LiveVerdict.Reason.DETECTOR_FAILED);
        spare.hasSpare = false;
        thorough.fault = List::of;
        spare.run(60);
        assertThat(spare.emitted).lastIs(new LiveVerdict.Targets(0));
    }

    private long walk(int frames) {
        return walk(camera, frames);
    }

    private static long walk(LiveScenario scenario, int frames) {
        long first = (long) scenario.emitted.size() + scenario.masker.waiting();
        for (int i = 0; i < frames; i++) {
            scenario.world.put(20 + i % 200, 80);
            scenario.step();
        }
        return first;
    }
}

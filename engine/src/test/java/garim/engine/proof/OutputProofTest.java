package garim.engine.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import garim.engine.frame.TargetKind;
import garim.engine.frame.WholeRange;
import garim.engine.frame.WholeReason;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mask that is there is called covered, one that is missing is named, and nothing is called covered unseen. */
final class OutputProofTest {
    private static final int FRAMES = 12;
    private static final Box FACE = new Box(40, 30, 48, 56);
    private static final Box PAINTED = FACE.grow(0.25);

    private static ProofFigures prove(List<Claim> claims, BiConsumer<Frame, Integer> mask) {
        return prove(claims, List.of(), FRAMES, mask);
    }

    private static ProofFigures prove(
            List<Claim> claims, List<WholeRange> whole, int planned, BiConsumer<Frame, Integer> mask) {
        OutputProof proof = new OutputProof(claims, whole, planned);
        for (int index = 0; index < FRAMES; index++) {
            Frame filmed = Pictures.filmed(7 + index, index);
            Frame written = Pictures.encoded(filmed, 1000 + index);
            mask.accept(written, index);
            proof.accept(filmed, written, index / 10.0, (index + 1) / 10.0);
        }
        return proof.finish();
    }

    @Test
    void callsAMosaicCoveredAndCountsItsCells() {
        ProofFigures figures = prove(
                List.of(ProofTargets.still(3, FACE, 2, 9)), (frame, i) -> Pictures.mosaic(frame.luma(), PAINTED, 4, 5));
        TrackFigures track = figures.tracks().getFirst();
        assertEquals(8, track.framesPresent());
        assertEquals(0, track.framesExposed(), () -> "" + track);
        assertEquals(8, track.framesCovered() + track.framesWeak());
        assertTrue(track.weakestCoverage() > 0.8, () -> "" + track);
        assertTrue(track.cells() >= 1.5 && track.cells() <= 6, () -> "" + track);
        assertEquals(track.cells() / 0.16, track.pixelsPerMeter(), 0.01);
        assertFalse(figures.isExposed());
    }

    @Test
    void callsNothingCoveredInAnOutputThatIsTheInput() {
        TrackFigures track = prove(List.of(ProofTargets.still(3, FACE, 2, 9)), (frame, i) -> {})
                .tracks()
                .getFirst();
        assertEquals(0, track.framesCovered());
        assertEquals(8, track.framesExposed());
        assertEquals(8, track.longestExposedRun());
        assertEquals(0.8, track.longestExposedSeconds(), 1e-9);
        assertEquals(List.of(new FrameSpan(2, 9)), track.exposed());
        assertTrue(track.isMaskMissing());
        assertTrue(track.weakestCoverage() < 0.2);
    }

    /** A dark and a bright half with a little texture, whose edge is where two cells of the mask meet. */
    private static Frame edge(int index, Box box) {
        Random random = new Random(index);
        Frame frame = Frame.allocate(Pictures.WIDTH, Pictures.HEIGHT, index, index);
        for (int y = 0; y < Pictures.HEIGHT; y++) {
            for (int x = 0; x < Pictures.WIDTH; x++) {
                int shade = x < box.centerX() ? 65 : 90;
                frame.luma().put(x, y, (int) Math.clamp(shade + 5 * random.nextGaussian(), 0, 255));
            }
        }
        return frame;
    }

    private static TrackFigures proveAtAnEdge(boolean isMasked) {
        Box box = new Box(40, 40, 36, 36);
        OutputProof proof = new OutputProof(List.of(ProofTargets.still(3, box, 0, 7)), List.of(), 8);
        for (int index = 0; index < 8; index++) {
            Frame filmed = edge(index, box);
            Frame written = edge(index, box);
            if (isMasked) {
                Pictures.mosaic(written.luma(), box, 2, 2);
            }
            proof.accept(filmed, Pictures.encoded(written, 1000 + index), index / 10.0, (index + 1) / 10.0);
        }
        return proof.finish().tracks().getFirst();
    }

    @Test
    void anEdgeOfTheSceneWhereTwoCellsMeetIsNoLeak() {
        TrackFigures masked = proveAtAnEdge(true);
        assertEquals(0, masked.framesExposed(), masked::toString);
        assertTrue(masked.weakestCoverage() > 0.9, masked::toString);
    }

    @Test
    void theSameEdgeWithoutAMaskIsALeak() {
        TrackFigures raw = proveAtAnEdge(false);
        assertEquals(8, raw.framesExposed(), raw::toString);
        assertTrue(raw.isMaskMissing());
    }

    @Test
    void namesTheFramesInWhichAMaskWasLeftOut() {
        TrackFigures track = prove(List.of(ProofTargets.still(3, FACE, 0, 11)), (frame, i) -> {
                    if (i != 4 && i != 8 && i != 9) {
                        Pictures.mosaic(frame.luma(), PAINTED, 4, 5);
                    }
                })
                .tracks()
                .getFirst();
        assertEquals(List.of(new FrameSpan(4, 4), new FrameSpan(8, 9)), track.exposed());
        assertEquals(2, track.longestExposedRun());
        assertEquals(0.2, track.longestExposedSeconds(), 1e-9);
    }

    @Test
    void callsAMaskThatSlippedExposed() {
        Box slipped = PAINTED.shift(FACE.width() * 0.8, 0);
        TrackFigures track = prove(
                        List.of(ProofTargets.still(1, FACE, 0, 11)),
                        (frame, i) -> Pictures.mosaic(frame.luma(), slipped, 4, 5))
                .tracks()
                .getFirst();
        assertEquals(FRAMES, track.framesExposed());
        assertTrue(track.weakestCoverage() < 0.7, () -> "" + track);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 16, 24})
    void tellsMaskedFromUnmaskedInSmallFacesToo(int side) {
        Box small = new Box(50, 40, side, side);
        List<Claim> claims = List.of(ProofTargets.still(1, small, 0, 11));
        ProofFigures masked = prove(claims, (frame, i) -> Pictures.mosaic(frame.luma(), small.grow(0.25), 2, 2));
        assertEquals(0, masked.tracks().getFirst().framesExposed(), () -> "" + masked);
        assertEquals(FRAMES, prove(claims, (frame, i) -> {}).tracks().getFirst().framesExposed());
    }

    @Test
    void doesNotCallAFewPixelsThatAreAlikeByChanceALeak() {
        Box tiny = new Box(50, 40, 10, 10);
        List<Claim> claims = List.of(ProofTargets.still(1, tiny, 0, 11));
        TrackFigures masked = prove(claims, (frame, i) -> {
                    // what a codec leaves of such a mask: noise that has half its strength from the picture below
                    Frame filmed = Pictures.filmed(7 + i, i);
                    Random random = new Random(i);
                    for (int y = 40; y < 50; y++) {
                        for (int x = 50; x < 60; x++) {
                            double likeness = filmed.luma().at(x, y) + 14 * random.nextGaussian();
                            frame.luma().put(x, y, (int) Math.clamp(likeness, 0, 255));
                        }
                    }
                })
                .tracks()
                .getFirst();
        assertTrue(masked.highestCorrelation() > 0.7, () -> "" + masked);
        assertEquals(0, masked.framesExposed(), () -> "" + masked);
    }

    @Test
    void namesTheLeakOfAFaceOfTenPixelsHoweverPoorTheCodec() {
        Box tiny = new Box(50, 40, 10, 10);
        TrackFigures open = prove(List.of(ProofTargets.still(1, tiny, 0, 11)), (frame, i) -> {
                    Random random = new Random(i);
                    for (int y = 40; y < 50; y++) {
                        for (int x = 50; x < 60; x++) {
                            double poor = frame.luma().at(x, y) + 4 * random.nextGaussian();
                            frame.luma().put(x, y, (int) Math.clamp(poor, 0, 255));
                        }
                    }
                })
                .tracks()
                .getFirst();
        assertEquals(FRAMES, open.framesExposed(), () -> "" + open);
        assertTrue(open.isMaskMissing());
    }

    @Test
    void asksNothingOfFramesInWhichATrackIsKept() {
        List<Claim> claims = List.of(ProofTargets.still(5, FACE, 0, 11, new FrameSpan(0, 5)));
        TrackFigures track = prove(claims, (frame, i) -> {}).tracks().getFirst();
        assertEquals(List.of(new FrameSpan(6, 11)), track.exposed());
        assertEquals(6, track.framesPresent());
        List<Claim> whole = List.of(ProofTargets.still(5, FACE, 0, 11, new FrameSpan(0, 11)));
        assertEquals(List.of(), prove(whole, (frame, i) -> {}).tracks());
    }

    @Test
    void measuresTargetsThatReachOutOfThePictureByTheirPartInside() {
        Box cut = new Box(-30, 50, 60, 60);
        ProofFigures open = prove(List.of(ProofTargets.still(1, cut, 0, 11)), (frame, i) -> {});
        assertEquals(FRAMES, open.tracks().getFirst().framesExposed());
        Box outside = new Box(-90, 50, 60, 60);
        assertEquals(
                List.of(),
                prove(List.of(ProofTargets.still(1, outside, 0, 11)), (frame, i) -> {})
                        .tracks());
    }

    @Test
    void namesFramesThatShouldBeMaskedWholeAndAreNot() {
        WholeRange unknown = new WholeRange(3, 6, WholeReason.DETECTOR_FAILED);
        Box all = new Box(0, 0, Pictures.WIDTH, Pictures.HEIGHT);
        ProofFigures figures = prove(List.of(), List.of(unknown), 10, (frame, i) -> {
            if (i != 5 && i != 11) {
                Pictures.mosaic(frame.luma(), all, 4, 3);
            }
        });
        assertEquals(
                List.of(
                        new WholeFigures(3, 6, WholeReason.DETECTOR_FAILED, 1),
                        new WholeFigures(10, 11, WholeReason.NOT_ANALYZED, 1)),
                figures.wholeFrames());
        assertTrue(figures.isExposed());
    }

    @Test
    void doesNotTakeWhatIsFilmedAroundADarkTargetForWhatIsInIt() {
        Polygon night =
                new Polygon(List.of(new Point(42, 32), new Point(96, 32), new Point(80, 78), new Point(44, 70)));
        Frame filmed = Pictures.filmed(5, 0);
        Lattice all = new Lattice(0, 0, Pictures.WIDTH, Pictures.HEIGHT, 1);
        for (int y = 0; y < Pictures.HEIGHT; y++) {
            int row = y;
            new Outline(night).row(y, all).stream().forEach(x -> filmed.luma().put(x, row, 16));
        }
        SurvivalMeter meter = new SurvivalMeter();
        ProofTarget shape = new ProofTarget(1, TargetKind.ZONE, night.bounds(), Optional.of(night), 0);
        ProofTarget box = new ProofTarget(1, TargetKind.ZONE, new Box(46, 34, 30, 30), Optional.empty(), 0);
        for (ProofTarget target : List.of(shape, box)) {
            // a black mask over black is the picture itself
            Survival left = meter.measure(filmed.luma(), filmed.luma(), target).orElseThrow();
            assertEquals(Exposure.NO_DETAIL, Exposure.of(left), () -> target + " " + left);
        }
    }

    @Test
    void remembersPlacesToGoBackTo() {
        List<Spot> spots = prove(
                        List.of(ProofTargets.still(3, FACE, 2, 9)),
                        (frame, i) -> Pictures.mosaic(frame.luma(), PAINTED, 4, 5))
                .tracks()
                .getFirst()
                .spots();
        assertEquals(8, spots.size());
        assertEquals(2, spots.getFirst().frame());
        assertEquals(9, spots.getLast().frame());
        double open = new OutputDetail()
                .of(Pictures.filmed(9, 2).luma(), spots.getFirst().box());
        assertTrue(open > 2 * spots.getFirst().detail(), open + " " + spots.getFirst());
    }

    @Test
    void namesTheLevelsOfTheStandard() {
        assertEquals(ViewLevel.NONE, ViewLevel.of(12.4));
        assertEquals(ViewLevel.MONITOR, ViewLevel.of(18.75));
        assertEquals(ViewLevel.DETECT, ViewLevel.of(25));
        assertEquals(ViewLevel.IDENTIFY, ViewLevel.of(999));
        assertEquals(ViewLevel.INSPECT, ViewLevel.of(1000));
    }
}

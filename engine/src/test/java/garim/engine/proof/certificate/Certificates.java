package garim.engine.proof.certificate;

import garim.engine.frame.Box;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.ModelUse;
import garim.engine.frame.TargetKind;
import garim.engine.frame.WholeReason;
import garim.engine.proof.FilePieces;
import garim.engine.proof.FrameSpan;
import garim.engine.proof.OutputMedia;
import garim.engine.proof.ProofFigures;
import garim.engine.proof.SecondLook;
import garim.engine.proof.Sighting;
import garim.engine.proof.Spot;
import garim.engine.proof.TrackFigures;
import garim.engine.proof.ViewLevel;
import garim.engine.proof.WholeFigures;
import java.util.List;
import java.util.Map;

/** A certificate in which everything that may be said is said. */
final class Certificates {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private Certificates() {}

    static Certificate full() {
        return with(new Certificate.Review(
                2,
                List.of("김 \"K\" O'Neil\\\u0007"),
                "Lee",
                List.of(new Certificate.Matching("Lee", "2026-01-02T03:04:04Z"))));
    }

    static Certificate with(Certificate.Review review) {
        return new Certificate(
                Certificate.VERSION,
                "garim test",
                "2026-01-02T03:04:05Z",
                "masked to at most 18.8 px/m (IEC 62676-4: MONITOR), 1 track, reviewed by 김 \"K\" O'Neil\\\u0007",
                true,
                new Certificate.Input("원본.mp4", HASH, 123456, "h264", 640, 480, 60, 1.969),
                new Certificate.Output(
                        "out.mp4",
                        new FilePieces(2000, HASH, 1024, List.of(HASH, HASH)),
                        new OutputMedia("mov,mp4", "h264", 640, 480, 60, 1.969, 0),
                        "libopenh264",
                        Certificate.Sound.DROPPED),
                new Certificate.Plan(
                        HASH,
                        "garim test",
                        1,
                        "standard",
                        2,
                        "",
                        1,
                        List.of(new ModelUse("net", HASH)),
                        Map.of(
                                TargetKind.PLATE, new MaskRule(MaskStyle.SOLID, 0.15),
                                TargetKind.FACE, new MaskRule(MaskStyle.MOSAIC, 0.25))),
                Certificate.Depth.FULL,
                figures(),
                new Certificate.Eyes(List.of(new ModelUse("other net", HASH, "cuda")), look()),
                review,
                List.of(new Certificate.Kept(
                        7, TargetKind.PERSON, List.of(new FrameSpan(3, 9)), "subject", "김 \"K\" O'Neil\\\u0007")));
    }

    private static SecondLook look() {
        Sighting sighting = new Sighting(TargetKind.FACE, "ssd", 10, 20, 3, 15, new Box(1.25, 2.5, 30, 40.75), 0.61);
        return new SecondLook(List.of("ssd"), 9, 1, 2, 1, List.of(sighting));
    }

    private static ProofFigures figures() {
        TrackFigures track = new TrackFigures(
                1,
                TargetKind.FACE,
                0,
                59,
                60,
                50,
                5,
                3,
                2,
                2,
                0.067,
                List.of(new FrameSpan(4, 4), new FrameSpan(8, 9)),
                0.125,
                8,
                -0.012,
                0.871,
                3,
                18.75,
                ViewLevel.MONITOR,
                List.of(new Spot(0, -4, 10, 30, 40, 0.25)));
        return new ProofFigures(60, 0, List.of(track), List.of(new WholeFigures(30, 33, WholeReason.SCENE_CHANGED, 0)));
    }
}

package garim.engine.pipeline;

import garim.engine.detect.Detector;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.MaskRule;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.media.WriteSettings;
import garim.engine.proof.certificate.Certificate;
import garim.engine.proof.certificate.CertificateText;
import garim.engine.proof.certificate.SigningKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The clip of the walking square with everything that is done to it on the way to a certificate. */
final class ProvenClip {
    static final int FRAMES = 24;

    final Deidentifier deidentifier = new Deidentifier("test");
    final Path folder;
    final Path clip;
    final MaskPlan plan;

    ProvenClip(Path folder) {
        this.folder = folder;
        clip = SquareClip.write(folder, FRAMES);
        plan = deidentifier.analyze(
                clip,
                List.of(new DetectorUse(new SquareClip.SquareDetector(), List.of())),
                AnalysisSettings.standard(),
                Progress.NONE);
    }

    /** The plan as if nobody had been found. */
    MaskPlan blind() {
        return plan.withFindings(plan.models(), faces(), List.of());
    }

    /** The plan with other tracks. */
    MaskPlan with(Track... tracks) {
        return plan.withFindings(plan.models(), faces(), List.of(tracks));
    }

    private static Map<TargetKind, MaskRule> faces() {
        return Map.of(TargetKind.FACE, new MaskRule(MaskStyle.MOSAIC, 0.25));
    }

    static ProofSettings settings(int strictRounds, int threads, Detector... eyes) {
        List<DetectorUse> uses =
                Stream.of(eyes).map(eye -> new DetectorUse(eye, List.of())).toList();
        return new ProofSettings(ProofSettings.Depth.FULL, uses, strictRounds, threads);
    }

    ProvenRender.Result render(MaskPlan chosen, Path output, ProofSettings settings) {
        return new ProvenRender(deidentifier, new Prover())
                .run(clip, chosen, output, write(output), settings, Progress.NONE);
    }

    static RenderSettings write(Path output) {
        return new RenderSettings(WriteSettings.forFile(output).withQuantizer(20), true);
    }

    /** Renders and writes a signed certificate beside the output. */
    Certificate certify(MaskPlan chosen, Path output, Path certificate, SigningKey key) {
        ProofSettings settings = settings(0, 1);
        ProvenRender.Result result = render(chosen, output, settings);
        Certificate made = new CertificateMaker("test")
                .make(output.getFileName().toString(), result, settings, false, Instant.EPOCH);
        new CertificateText().write(made, key, certificate);
        return made;
    }
}

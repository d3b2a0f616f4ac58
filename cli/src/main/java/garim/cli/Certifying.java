package garim.cli;

import garim.engine.detect.onnx.Device;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ModelUse;
import garim.engine.frame.TargetKind;
import garim.engine.media.VideoReader;
import garim.engine.pipeline.CertificateMaker;
import garim.engine.pipeline.Deidentifier;
import garim.engine.pipeline.DetectorUse;
import garim.engine.pipeline.ProofSettings;
import garim.engine.pipeline.ProvenRender;
import garim.engine.proof.certificate.Certificate;
import garim.engine.proof.certificate.CertificateText;
import garim.engine.proof.certificate.SigningKey;
import garim.models.SecondEyes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a run needs to certify its outputs: the key, and detectors that look at what was written. */
final class Certifying implements AutoCloseable {
    private static final int STRICT_ROUNDS = 3;

    /** A look of second eyes takes as much memory as all of an analysis, so one is made after the other. */
    private static final int LOOKS_AT_ONCE = 1;

    /** Which eyes an output needs. */
    private record Need(Set<TargetKind> kinds, List<ModelUse> used) {}

    private final ProofOptions options;
    private final Optional<SigningKey> key;
    private final Supplier<Device> device;
    private final Map<Need, List<DetectorUse>> eyes = new HashMap<>();
    private final CertificateText text = new CertificateText();

    private Certifying(ProofOptions options, Optional<SigningKey> key, Supplier<Device> device) {
        this.options = options;
        this.key = key;
        this.device = device;
    }

    /**
     * Gets ready before hours are spent on an analysis.
     *
     * @param device where second eyes run
     * @throws garim.engine.frame.EngineException KEY_EXPOSED or KEY_INVALID
     */
    static Certifying prepare(ProofOptions options, Supplier<Device> device) {
        Optional<SigningKey> key = options.isLeftOut
                ? Optional.empty()
                : Optional.of(options.keys.keyring().require());
        return new Certifying(options, key, device);
    }

    /** Nothing is certified. */
    static Certifying none() {
        ProofOptions options = new ProofOptions();
        options.isLeftOut = true;
        return new Certifying(options, Optional.empty(), () -> Device.CPU);
    }

    boolean isWanted() {
        return key.isPresent();
    }

    /** Checks that the certificate could be written; one that is left beside an output that is gone is replaced. */
    void requireWritable(Path input, Path output, boolean force) {
        if (isWanted()) {
            Deidentifier.requireWritable(input, options.fileOf(output), force || options.certificate.isEmpty());
        }
    }

    /** How the output of a plan is proven. */
    ProofSettings settings(MaskPlan plan) {
        boolean looks = options.secondEyes && options.depth == ProofSettings.Depth.FULL;
        List<DetectorUse> used = looks ? eyes.computeIfAbsent(need(plan), this::load) : List.of();
        int rounds = options.strict && !used.isEmpty() ? STRICT_ROUNDS : 0;
        return new ProofSettings(options.depth, used, rounds, LOOKS_AT_ONCE);
    }

    /** Writes the certificate of an output. */
    WrittenCertificate write(Path input, Path output, ProvenRender.Result result, ProofSettings settings) {
        SigningKey signer = key.orElseThrow();
        Certificate certificate = new CertificateMaker(Version.PROGRAM)
                .make(output.getFileName().toString(), result, settings, hasSound(input), Instant.now());
        Path file = options.fileOf(output);
        text.write(certificate, signer, file);
        return new WrittenCertificate(file, certificate, signer.publicKey());
    }

    /** True when the certificate is wanted as a page for people as well. */
    boolean isPageWanted() {
        return options.pdf;
    }

    private static boolean hasSound(Path input) {
        try (VideoReader reader = VideoReader.open(input)) {
            return !reader.info().audio().isEmpty();
        }
    }

    private static Need need(MaskPlan plan) {
        Set<TargetKind> kinds = EnumSet.noneOf(TargetKind.class);
        kinds.addAll(plan.rules().keySet());
        return new Need(kinds, plan.models());
    }

    private List<DetectorUse> load(Need need) {
        List<DetectorUse> uses = new ArrayList<>();
        for (SecondEyes.Eyes each : new SecondEyes(device.get()).of(need.kinds(), need.used())) {
            uses.add(new DetectorUse(each.detector(), each.models()));
        }
        return List.copyOf(uses);
    }

    @Override
    public void close() {
        eyes.values().forEach(uses -> uses.forEach(use -> use.detector().close()));
    }
}

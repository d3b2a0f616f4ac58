package garim.cli;

import garim.engine.frame.MaskPlan;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.pipeline.Deidentifier;
import garim.engine.pipeline.Progress;
import garim.engine.pipeline.ProofSettings;
import garim.engine.pipeline.ProvenRender;
import garim.engine.pipeline.Prover;
import garim.engine.pipeline.RenderReport;
import garim.engine.pipeline.RenderSettings;
import garim.engine.pipeline.Stage;
import garim.engine.pipeline.Work;
import garim.engine.pipeline.WorkClock;
import garim.engine.pipeline.WorkFolder;
import garim.engine.proof.SecondLook;
import garim.engine.proof.TrackFigures;
import garim.engine.proof.certificate.Certificate;
import garim.engine.visibility.Visibility;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders a plan and tells how it went; what mask and render have in common. */
final class FileMasking {
    private static final int MOST_TOLD = 5;

    private final Deidentifier deidentifier;
    private final Console console;
    private final Reporter reporter;
    private final WorkClock clock;

    FileMasking(Console console, Reporter reporter) {
        this(console, reporter, WorkClock.STOPPED);
    }

    FileMasking(Console console, Reporter reporter, WorkClock clock) {
        this.deidentifier = new Deidentifier(Version.PROGRAM, clock);
        this.console = console;
        this.reporter = reporter;
        this.clock = clock;
    }

    Deidentifier deidentifier() {
        return deidentifier;
    }

    Progress progress(Path input) {
        return console.progress(reporter, input.toString());
    }

    /** Says that work on a file has begun, once it is known that it can be analysed so. */
    void begin(Path input, AnalysisSettings settings) {
        progress(input)
                .advanced(
                        Stage.ANALYZE,
                        0,
                        deidentifier.requireAnalysable(input, settings).estimatedFrames());
    }

    /** Tells what whoever asked for the copy must know. */
    void warn(Path file, String sentence) {
        reporter.warn(file.toString(), sentence);
    }

    /** Writes the masked copy and reports it; the seconds count from the given moment. */
    void render(Path input, MaskPlan plan, Path output, RenderSettings settings, long startedAtNanos) {
        told(input, plan, output, deidentifier.render(input, plan, output, settings, progress(input)), startedAtNanos);
    }

    private void told(Path input, MaskPlan plan, Path output, RenderReport report, long startedAtNanos) {
        double seconds = (console.nanoTime().getAsLong() - startedAtNanos) / 1e9;
        reporter.done("masked", facts(input, output, plan, report, seconds), told(output, plan, report, seconds));
        warn(input, plan, report);
    }

    /**
     * As the other one, goes on from what an earlier run kept, and certifies the copy, which is published only when it holds
     * what it should.
     *
     * @return the plan as it was rendered and whether a person must look at the copy
     */
    Masked render(
            Path input,
            MaskPlan plan,
            Path output,
            RenderSettings settings,
            WorkFolder work,
            Certifying certifying,
            long startedAtNanos) {
        if (!certifying.isWanted()) {
            told(
                    input,
                    plan,
                    output,
                    deidentifier.render(input, plan, output, settings, work, progress(input)),
                    startedAtNanos);
            return new Masked(plan, false);
        }
        ProofSettings proof = certifying.settings(plan);
        ProvenRender.Result result = new ProvenRender(deidentifier, new Prover(clock), work)
                .run(input, plan, output, settings, proof, progress(input));
        RenderReport report = result.report();
        MaskPlan rendered = result.plan();
        told(input, rendered, output, report, startedAtNanos);
        WrittenCertificate written = certifying.write(input, output, result, proof);
        if (certifying.isPageWanted()) {
            Path page = output.resolveSibling(output.getFileName() + OutputNames.PAGE_ENDING);
            CertificatePage.write(written.certificate(), written.key(), console.messages(), page);
        }
        report(input, written, result);
        return new Masked(rendered, result.proof().needsReview());
    }

    /**
     * What was rendered.
     *
     * @param plan as it was rendered
     * @param needsReview true when a person must look at the copy
     */
    record Masked(MaskPlan plan, boolean needsReview) {}

    private void report(Path input, WrittenCertificate written, ProvenRender.Result result) {
        Certificate certificate = written.certificate();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", input.toString());
        facts.put("certificate", written.file().toString());
        facts.put("keyId", written.key().id());
        facts.put("statement", certificate.statement());
        facts.put("needsReview", certificate.needsReview());
        facts.put("sightings", certificate.secondEyes().look().sightings().size());
        facts.put("strictRounds", result.rounds());
        Messages messages = console.messages();
        reporter.done("certified", facts, messages.text("certified", written.file(), certificate.statement()));
        SecondLook look = certificate.secondEyes().look();
        if (!look.sightings().isEmpty()) {
            reporter.warn(
                    input.toString(),
                    messages.text("warn.sightings", look.sightings().size(), places(look)));
        }
        if (look.failedLooks() > 0) {
            reporter.warn(input.toString(), messages.text("warn.eyes", look.failedLooks()));
        }
        if (certificate.figures().isExposed()) {
            reporter.warn(input.toString(), messages.text("warn.exposed", exposed(certificate)));
        }
    }

    /** The first places, as many as a person reads. */
    private static String places(SecondLook look) {
        return look.sightings().stream()
                .limit(MOST_TOLD)
                .map(each -> each.kind().name().toLowerCase(Locale.ROOT) + " @" + each.frame() + " "
                        + Math.round(each.box().x()) + ","
                        + Math.round(each.box().y()))
                .collect(Collectors.joining("; "));
    }

    private static String exposed(Certificate certificate) {
        return certificate.figures().tracks().stream()
                .filter(TrackFigures::isExposed)
                .limit(MOST_TOLD)
                .map(track -> track.track() + " @" + track.exposed().getFirst().firstFrame())
                .collect(Collectors.joining("; "));
    }

    private Map<String, Object> facts(Path input, Path output, MaskPlan plan, RenderReport report, double seconds) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("input", input.toString());
        facts.put("output", output.toString());
        facts.put("frames", report.frames());
        facts.put("tracks", tracks(plan));
        facts.put("maskedFrames", report.maskedFrames());
        facts.put("wholeFrames", report.wholeFrames());
        facts.put("copiedFrames", report.copiedFrames());
        facts.put("damagedFrames", report.damagedFrames());
        facts.put("repairedTimestamps", report.repairedTimestamps());
        facts.put("truncatedInput", report.truncated());
        facts.put("encoder", report.encoder());
        facts.put("bytes", report.bytes());
        facts.put("seconds", hundredths(seconds));
        if (clock.isRunning()) {
            facts.put("cpuSeconds", cpuSeconds());
            facts.put("looks", looks());
        }
        return facts;
    }

    private String told(Path output, MaskPlan plan, RenderReport report, double seconds) {
        String sentence = sentence(output, plan, report, seconds);
        return clock.isRunning() ? sentence + console.messages().text("timings", timings()) : sentence;
    }

    private String timings() {
        return cpuSeconds().entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
    }

    private Map<String, Double> cpuSeconds() {
        Map<String, Double> parts = new LinkedHashMap<>();
        clock.seconds().forEach((work, spent) -> parts.put(name(work), hundredths(spent)));
        return parts;
    }

    /** What each detector took, for the JSON. */
    private Map<String, Map<String, Object>> looks() {
        Map<String, Map<String, Object>> costs = new LinkedHashMap<>();
        clock.looks()
                .forEach((detector, cost) -> costs.put(
                        detector,
                        Map.of(
                                "looks", cost.looks(),
                                "pictures", hundredths(cost.pictures()),
                                "cpuSeconds", hundredths(cost.seconds()))));
        return costs;
    }

    private static String name(Work work) {
        return work.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** How many tracks there are after the review, as the certificate counts them. */
    private static int tracks(MaskPlan plan) {
        return Visibility.of(plan).tracks().size();
    }

    private String sentence(Path output, MaskPlan plan, RenderReport report, double seconds) {
        return console.messages()
                .text(
                        "masked",
                        output,
                        report.frames(),
                        tracks(plan),
                        report.maskedFrames(),
                        report.wholeFrames(),
                        seconds);
    }

    private void warn(Path input, MaskPlan plan, RenderReport report) {
        Messages messages = console.messages();
        if (report.wholeFrames() > 0) {
            reporter.warn(input.toString(), messages.text("warn.whole", report.wholeFrames()));
        }
        if (report.frames() != plan.input().frames()) {
            reporter.warn(
                    input.toString(),
                    messages.text("warn.frames", report.frames(), plan.input().frames()));
        }
        if (report.damagedFrames() > 0) {
            reporter.warn(input.toString(), messages.text("warn.damaged", report.damagedFrames()));
        }
        if (report.truncated()) {
            reporter.warn(input.toString(), messages.text("warn.truncated"));
        }
        if (report.repairedTimestamps() > 0) {
            reporter.warn(input.toString(), messages.text("warn.timestamps", report.repairedTimestamps()));
        }
    }
}

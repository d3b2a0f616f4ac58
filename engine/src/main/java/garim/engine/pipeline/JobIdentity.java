package garim.engine.pipeline;

import garim.engine.frame.MaskPlan;
import garim.engine.mask.Overprint;
import garim.engine.plan.MaskPlanJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A job identity tells whether what an earlier run kept is of the same job: the same program would do the same with the
 * same input.
 *
 * @param words all that the outcome hangs on
 */
record JobIdentity(List<String> words) {
    JobIdentity {
        words = List.copyOf(words);
    }

    /** Of what detectors answer; the number of threads does not matter. */
    static JobIdentity ofAnalysis(String program, String sha256, List<DetectorUse> uses, AnalysisSettings settings) {
        List<String> words = new ArrayList<>(List.of(program, "looks", sha256, String.valueOf(settings.every())));
        words.add(settings.tracking().toString());
        for (DetectorUse use : uses) {
            words.add(use.detector().name() + " " + use.stride() + " " + use.models());
        }
        return new JobIdentity(words);
    }

    /** Of the plan that comes of an analysis. */
    static JobIdentity ofPlan(
            String program, String name, String sha256, List<DetectorUse> uses, AnalysisSettings settings) {
        List<String> words =
                new ArrayList<>(ofAnalysis(program, sha256, uses, settings).words());
        words.addAll(List.of("plan", name, settings.profile(), settings.zones().toString()));
        words.add(new TreeMap<>(settings.rules()).toString());
        return new JobIdentity(words);
    }

    /** Of the packets of an output. What is sealed with fresh keys, and what others print, is never the same again. */
    static JobIdentity ofRender(String program, MaskPlan plan, RenderSettings settings) {
        boolean isRepeatable =
                settings.sealing().isEmpty() && settings.overprint().equals(Overprint.NONE);
        String once = isRepeatable ? "" : UUID.randomUUID().toString();
        return new JobIdentity(List.of(
                program,
                "packets",
                new MaskPlanJson().write(plan),
                settings.write().toString(),
                once));
    }

    /** A short form of it. */
    byte[] bytes() {
        return FileHash.sha256(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
    }
}

package garim.cli;

import garim.cli.review.EditSentence;
import garim.cli.review.EditText;
import garim.cli.review.PlanFile;
import garim.cli.review.StillCovered;
import garim.cli.review.TrackLine;
import garim.cli.settings.Reasons;
import garim.engine.frame.Edit;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ReviewEntry;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.pipeline.AnalysisSettings;
import garim.engine.visibility.Review;
import garim.engine.visibility.ReviewedTrack;
import garim.engine.visibility.Visibility;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garim decide}: appends one edit to the review of a plan. */
@Command(name = "decide", resourceBundle = GarimCommand.HELP)
final class DecideCommand implements Callable<Integer> {
    /** What can be done; exactly one of them. */
    static final class Action {
        @Option(names = "--keep", paramLabel = "TRACKS")
        private Optional<String> keep = Optional.empty();

        @Option(names = "--mask", paramLabel = "TRACKS", descriptionKey = "mask-tracks")
        private Optional<String> mask = Optional.empty();

        @Option(names = "--split", paramLabel = "TRACK@TIME")
        private Optional<String> split = Optional.empty();

        @Option(names = "--merge", paramLabel = "TRACKS")
        private Optional<String> merge = Optional.empty();

        @Option(names = "--extend", paramLabel = "TRACK..TIME")
        private Optional<String> extend = Optional.empty();

        @Option(names = "--draw", arity = "1..*", paramLabel = "KIND T0..T1 X,Y,W,H")
        private List<String> draw = List.of();

        @Option(names = "--undo", paramLabel = "ENTRY")
        private Optional<Integer> undo = Optional.empty();

        @Option(names = "--approve")
        private boolean approve;

        Edit edit(MaskPlan plan) {
            EditText text = new EditText(plan);
            return keep.<Edit>map(tracks -> new Edit.Keep(text.tracks(tracks)))
                    .or(() -> mask.map(tracks -> new Edit.Mask(text.tracks(tracks))))
                    .or(() -> split.map(text::split))
                    .or(() -> merge.map(text::merge))
                    .or(() -> extend.map(text::extend))
                    .or(() -> undo.map(Edit.Undo::new))
                    .orElseGet(() -> approve ? new Edit.Approve() : text.draw(String.join(" ", draw)));
        }
    }

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private ReasonOptions reasonOptions = new ReasonOptions();

    @ArgGroup(multiplicity = "1")
    private Action action = new Action();

    @Option(names = "--by", required = true, paramLabel = "NAME")
    private String by = "";

    @Option(names = "--reason", paramLabel = "CODE")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT")
    private Optional<String> note = Optional.empty();

    @Parameters(paramLabel = "PLAN", descriptionKey = "PLAN")
    private Path named = Path.of("");

    private final Console console;
    private final InstantSource clock;

    DecideCommand(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Reasons reasons = reasonOptions.reasons();
        reason.ifPresent(reasons::require);
        Path file = PlanNames.plan(named);
        MaskPlan edited = new PlanFile(file).edit(plan -> append(plan, reasons));
        tell(file, edited);
        return ExitCode.OK;
    }

    private MaskPlan append(MaskPlan plan, Reasons reasons) {
        Edit edit = action.edit(plan);
        if (reason.isEmpty() && ReviewEntry.needsReason(edit)) {
            throw new IllegalArgumentException(
                    console.messages().text("usage.reason", String.join(", ", reasons.codes())));
        }
        return new Review(withRuleFor(plan, edit))
                .append(by.strip(), clock.instant(), reason.orElse(""), note.orElse(""), edit);
    }

    private static MaskPlan withRuleFor(MaskPlan plan, Edit edit) {
        if (edit instanceof Edit.Draw(Track drawn) && !plan.rules().containsKey(drawn.kind())) {
            TargetKind kind = drawn.kind();
            return plan.withRules(Map.of(kind, AnalysisSettings.usualRule(kind)));
        }
        return plan;
    }

    private void tell(Path file, MaskPlan plan) {
        Reporter reporter = console.reporter(common.json);
        Messages messages = console.messages();
        ReviewEntry entry = plan.review().getLast();
        String what = new EditSentence(plan.input().timeline(), messages::text).of(entry.edit());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("plan", file.toString());
        facts.put("entry", entry.number());
        facts.put("by", entry.by());
        facts.put("at", entry.at().toString());
        facts.put("reason", entry.reason());
        reporter.done("decided", facts, messages.text("decided", file, entry.number(), what));
        if (entry.edit() instanceof Edit.Keep(List<Integer> kept)) {
            kept.forEach(track -> tellKept(reporter, plan, track));
            warnCovered(reporter, file, plan, kept);
        }
    }

    private void tellKept(Reporter reporter, MaskPlan plan, int kept) {
        TrackLine lines = new TrackLine(plan, console.messages()::text);
        Visibility.of(plan).tracks().stream()
                .filter(track -> track.track().id() == kept && !common.json)
                .forEach(track -> reporter.done("kept", Map.of(), lines.line(track)));
    }

    /** What still hides somebody who was kept, and how to keep that as well where it is he. */
    private void warnCovered(Reporter reporter, Path file, MaskPlan plan, List<Integer> kept) {
        Messages messages = console.messages();
        List<ReviewedTrack> covering = StillCovered.by(plan, kept);
        if (!covering.isEmpty()) {
            String others = covering.stream()
                    .map(other -> other.track().id() + " ("
                            + messages.text("target." + other.track().kind()) + ")")
                    .collect(Collectors.joining(", "));
            String numbers = covering.stream()
                    .map(other -> String.valueOf(other.track().id()))
                    .collect(Collectors.joining(","));
            reporter.warn(file.toString(), messages.text("warn.covered", others, numbers));
        }
    }
}

package garim.cli.review;

import garim.engine.frame.Edit;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ReviewEntry;
import garim.engine.frame.Timeline;
import garim.engine.frame.WholeRange;
import garim.engine.visibility.KeptSpan;
import garim.engine.visibility.ReviewedTrack;
import garim.engine.visibility.Verdict;
import garim.engine.visibility.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The redaction log of a plan: for every track, as it stands after the review, the stretches of time in which it is
 * masked or visible, the stretches in which the picture is masked whole, and whether faces were compared.
 */
public final class RedactionLog {
    private final MaskPlan plan;
    private final Timeline timeline;

    private RedactionLog(MaskPlan plan) {
        this.plan = plan;
        this.timeline = plan.input().timeline();
    }

    /**
     * The rows of a plan, by time, then by number.
     *
     * @throws garim.engine.frame.EngineException PLAN_INVALID when the review contradicts itself
     */
    public static List<LogRow> rows(MaskPlan plan) {
        RedactionLog log = new RedactionLog(plan);
        List<LogRow> rows = new ArrayList<>();
        plan.wholeFrames().forEach(range -> rows.add(log.row(range)));
        plan.review().stream()
                .filter(entry -> entry.edit() instanceof Edit.MatchFaces)
                .forEach(entry ->
                        rows.add(log.row(new LogRow.Subject.OfFaces(), 0, log.timeline.frames() - 1, entry.number())));
        Visibility.of(plan).tracks().forEach(track -> rows.addAll(log.rows(track)));
        rows.sort(Comparator.comparingInt(LogRow::firstFrame));
        return List.copyOf(rows);
    }

    private LogRow row(WholeRange range) {
        return row(
                new LogRow.Subject.OfPicture(range.reason().name()),
                range.firstFrame(),
                Math.min(range.lastFrame(), timeline.frames() - 1),
                0);
    }

    private List<LogRow> rows(ReviewedTrack reviewed) {
        List<LogRow> rows = new ArrayList<>();
        int next = reviewed.track().firstFrame();
        for (KeptSpan span : reviewed.kept()) {
            if (span.firstFrame() > next) {
                rows.add(row(reviewed, next, span.firstFrame() - 1));
            }
            rows.add(row(reviewed, span.firstFrame(), span.lastFrame()));
            next = span.lastFrame() + 1;
        }
        if (next <= reviewed.track().lastFrame()) {
            rows.add(row(reviewed, next, reviewed.track().lastFrame()));
        }
        return rows;
    }

    private LogRow row(ReviewedTrack reviewed, int first, int last) {
        Verdict verdict = reviewed.verdictAt(first);
        int entry =
                switch (verdict) {
                    case Verdict.Visible(int number) -> number;
                    case Verdict.Hidden hidden -> hidden.entry();
                };
        LogRow.Subject subject = new LogRow.Subject.OfTrack(
                reviewed.track().id(), reviewed.track().kind(), verdict);
        return row(subject, first, last, entry);
    }

    private LogRow row(LogRow.Subject subject, int first, int last, int entry) {
        Optional<ReviewEntry> who =
                entry == 0 ? Optional.empty() : Optional.of(plan.review().get(entry - 1));
        return new LogRow(subject, first, last, timeline.secondsAt(first), timeline.secondsAt(last), who);
    }
}

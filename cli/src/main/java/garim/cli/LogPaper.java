package garim.cli;

import garim.cli.review.ClipTime;
import garim.cli.review.LogRow;
import garim.cli.settings.Reasons;
import garim.engine.frame.Edit;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ReviewEntry;
import garim.engine.visibility.Review;
import garim.engine.visibility.Verdict;
import garim.paper.Block;
import garim.paper.Document;
import garim.paper.PaperLanguage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The redaction log as pages for people: what the file is, who looked at it, and what is masked and visible when and why. */
final class LogPaper {
    private static final String NONE = "–";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final Messages messages;
    private final Reasons reasons;

    LogPaper(Messages messages, Reasons reasons) {
        this.messages = messages;
        this.reasons = reasons;
    }

    /** The document of a plan and the rows of its log; the same at any time for the same plan. */
    Document of(MaskPlan plan, List<LogRow> rows) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(verdict(plan, rows));
        blocks.add(new Block.Heading(text("file")));
        blocks.add(new Block.Facts(facts(plan)));
        blocks.add(new Block.Heading(text("rows")));
        blocks.add(new Block.Paragraph(text("how")));
        blocks.add(new Block.Table(columns(), rows.stream().map(this::cells).toList()));
        return new Document(
                text("title"),
                PaperLanguage.of(messages.locale()),
                plan.input().sha256() + plan.review().size(),
                lastChange(plan),
                Version.PROGRAM + " · " + plan.input().name(),
                blocks);
    }

    /** Nothing says when a plan without a review was made; a document must not hang on when it is printed. */
    private static Instant lastChange(MaskPlan plan) {
        return plan.review().isEmpty() ? Instant.EPOCH : plan.review().getLast().at();
    }

    /** Who had faces compared need not have looked at anything. */
    private static List<ReviewEntry> edits(MaskPlan plan) {
        return plan.review().stream()
                .filter(entry -> !(entry.edit() instanceof Edit.MatchFaces))
                .toList();
    }

    private Block verdict(MaskPlan plan, List<LogRow> rows) {
        boolean isSomebodyVisible = rows.stream().anyMatch(LogPaper::isVisible);
        boolean isApproved = new Review(plan).approval().isPresent();
        if (edits(plan).isEmpty()) {
            return new Block.Notice(Block.Tone.WARNING, text("unreviewed"));
        }
        String sentence =
                text(isSomebodyVisible ? "visible" : "masked") + " " + text(isApproved ? "approved" : "alone");
        return new Block.Notice(isApproved ? Block.Tone.GOOD : Block.Tone.NEUTRAL, sentence);
    }

    private List<Block.Fact> facts(MaskPlan plan) {
        double seconds =
                plan.input().timeline().secondsAt(Math.max(0, plan.input().frames() - 1));
        Set<String> people = new LinkedHashSet<>();
        edits(plan).forEach(entry -> people.add(entry.by()));
        return List.of(
                new Block.Fact(text("name"), plan.input().name()),
                new Block.Fact("SHA-256", plan.input().sha256()),
                new Block.Fact(
                        text("length"),
                        messages.text(
                                "paper.log.frames",
                                ClipTime.text(seconds),
                                plan.input().frames())),
                new Block.Fact(
                        text("found"), plan.program() + " (" + plan.settings().detector() + ")"),
                new Block.Fact(text("reviewers"), people.isEmpty() ? NONE : String.join(", ", people)),
                new Block.Fact(
                        text("approval"),
                        new Review(plan).approval().map(LogPaper::signed).orElse(NONE)));
    }

    private static String signed(ReviewEntry entry) {
        return entry.by() + ", " + moment(entry);
    }

    private static String moment(ReviewEntry entry) {
        return MOMENT.format(entry.at().atOffset(ZoneOffset.UTC));
    }

    private List<Block.Column> columns() {
        return List.of(
                new Block.Column(text("from"), 1.4),
                new Block.Column(text("to"), 1.4),
                new Block.Column(text("track"), 0.7, Block.Side.RIGHT),
                new Block.Column(text("kind"), 1.2),
                new Block.Column(text("treatment"), 1.8),
                new Block.Column(text("reason"), 2.2),
                new Block.Column(text("by"), 2.6));
    }

    private List<String> cells(LogRow row) {
        List<String> cells = new ArrayList<>(List.of(ClipTime.text(row.fromSeconds()), ClipTime.text(row.toSeconds())));
        switch (row.subject()) {
            case LogRow.Subject.OfTrack track -> {
                cells.add(String.valueOf(track.number()));
                cells.add(messages.text("target." + track.kind()));
                cells.add(treatment(track.verdict()));
            }
            case LogRow.Subject.OfFaces faces -> {
                cells.add("");
                cells.add(messages.text("target.FACE"));
                cells.add(text("compared"));
            }
            case LogRow.Subject.OfPicture picture -> {
                cells.add("");
                cells.add(text("picture"));
                cells.add(text("whole." + picture.reason()));
            }
        }
        cells.add(row.reason().isEmpty() ? NONE : reasons.name(row.reason(), messages.locale()));
        cells.add(row.entry().map(entry -> entry.by() + "\n" + moment(entry)).orElse(NONE));
        return cells;
    }

    private String treatment(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Visible visible -> text("seen");
            case Verdict.Hidden hidden -> messages.text("track." + hidden.reason());
        };
    }

    private static boolean isVisible(LogRow row) {
        return row.subject() instanceof LogRow.Subject.OfTrack track && track.verdict() instanceof Verdict.Visible;
    }

    private String text(String key) {
        return messages.text("paper.log." + key);
    }
}

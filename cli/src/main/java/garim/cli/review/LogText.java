package garim.cli.review;

import garim.cli.settings.Reasons;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ReviewEntry;
import garim.engine.visibility.Review;
import garim.engine.visibility.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The redaction log and the review as tables; names of columns and codes are the same in every language. */
public final class LogText {
    private static final List<String> COLUMNS = List.of(
            "from",
            "to",
            "firstFrame",
            "lastFrame",
            "track",
            "kind",
            "treatment",
            "why",
            "reason",
            "reasonName",
            "by",
            "at",
            "entry",
            "note");
    private static final List<String> HISTORY =
            List.of("entry", "counts", "at", "by", "action", "reason", "reasonName", "note");

    private final Reasons reasons;
    private final Locale locale;
    private final Words words;

    /** Logs in a language. */
    public LogText(Reasons reasons, Locale locale, Words words) {
        this.reasons = reasons;
        this.locale = locale;
        this.words = words;
    }

    /** What is masked and visible when, by whose decision. */
    public LogTable log(List<LogRow> rows) {
        return table(COLUMNS, rows, this::row);
    }

    /** Every entry of the review; those that were undone count no more. */
    public LogTable history(MaskPlan plan) {
        Review review = new Review(plan);
        EditSentence sentence = new EditSentence(plan.input().timeline(), words);
        return table(
                HISTORY,
                plan.review(),
                entry -> List.of(
                        String.valueOf(entry.number()),
                        review.counts(entry) ? "yes" : "no",
                        entry.at().toString(),
                        entry.by(),
                        sentence.of(entry.edit()),
                        entry.reason(),
                        name(entry.reason()),
                        entry.note()));
    }

    private List<String> row(LogRow row) {
        return Stream.concat(
                        Stream.of(
                                ClipTime.text(row.fromSeconds()),
                                ClipTime.text(row.toSeconds()),
                                String.valueOf(row.firstFrame()),
                                String.valueOf(row.lastFrame())),
                        Stream.concat(subject(row.subject()).stream(), decision(row)))
                .toList();
    }

    private static List<String> subject(LogRow.Subject subject) {
        return switch (subject) {
            case LogRow.Subject.OfPicture(String why) -> List.of("", "picture", "masked", code(why));
            case LogRow.Subject.OfFaces faces -> List.of("", "face", "compared", "decided");
            case LogRow.Subject.OfTrack track ->
                switch (track.verdict()) {
                    case Verdict.Visible visible ->
                        List.of(
                                String.valueOf(track.number()),
                                code(track.kind().name()),
                                "visible",
                                "decided");
                    case Verdict.Hidden hidden ->
                        List.of(
                                String.valueOf(track.number()),
                                code(track.kind().name()),
                                "masked",
                                code(hidden.reason().name()));
                };
        };
    }

    private Stream<String> decision(LogRow row) {
        Function<Function<ReviewEntry, String>, String> of =
                part -> row.entry().map(part).orElse("");
        return Stream.of(
                row.reason(),
                name(row.reason()),
                row.by(),
                of.apply(entry -> entry.at().toString()),
                of.apply(entry -> String.valueOf(entry.number())),
                of.apply(ReviewEntry::note));
    }

    private String name(String reason) {
        return reason.isEmpty() ? "" : reasons.name(reason, locale);
    }

    private static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> LogTable table(List<String> columns, List<T> rows, Function<T, List<String>> cells) {
        return new LogTable(columns, rows.stream().map(cells).toList());
    }
}

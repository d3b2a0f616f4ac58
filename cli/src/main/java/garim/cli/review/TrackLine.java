package garim.cli.review;

import garim.engine.frame.MaskPlan;
import garim.engine.frame.ReviewEntry;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import garim.engine.visibility.KeptSpan;
import garim.engine.visibility.ReviewedTrack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a reviewer is told about a track: what it is, when it is there, how well it was seen, what was decided. */
public final class TrackLine {
    private static final double HUNDRED = 100;

    private final MaskPlan plan;
    private final Timeline timeline;
    private final Words words;

    /** Lines about the tracks of a plan. */
    public TrackLine(MaskPlan plan, Words words) {
        this.plan = plan;
        this.timeline = plan.input().timeline();
        this.words = words;
    }

    /** The same as figures with stable names. */
    public Map<String, Object> facts(Person person, ReviewedTrack reviewed) {
        Track track = reviewed.track();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("track", track.id());
        facts.put("person", person.id());
        facts.put("kind", track.kind().name());
        facts.put("from", millis(track.firstFrame()));
        facts.put("to", millis(track.lastFrame()));
        facts.put("firstFrame", track.firstFrame());
        facts.put("lastFrame", track.lastFrame());
        facts.put("sightings", Person.sightings(reviewed));
        facts.put("bestScore", Math.round(Person.bestScore(reviewed) * HUNDRED) / HUNDRED);
        facts.put("visible", reviewed.kept().stream().map(this::span).toList());
        facts.put("otherwise", reviewed.otherwise().reason().name());
        facts.put("entry", reviewed.otherwise().entry());
        return facts;
    }

    private Map<String, Object> span(KeptSpan span) {
        return Map.of("from", millis(span.firstFrame()), "to", millis(span.lastFrame()), "entry", span.entry());
    }

    private double millis(int frame) {
        return Math.round(timeline.secondsAt(frame) * 1000) / 1000.0;
    }

    /** Number, kind and times, how long, how well seen, what is decided, in one line. */
    public String line(ReviewedTrack reviewed) {
        return String.format(
                Locale.ROOT,
                "%5d %s  %s  %s  %s",
                reviewed.track().id(),
                kind(reviewed),
                when(reviewed),
                seen(reviewed),
                state(reviewed));
    }

    /** What it is. */
    String kind(ReviewedTrack reviewed) {
        return words.text("target." + reviewed.track().kind());
    }

    /** From when to when, and how long. */
    String when(ReviewedTrack reviewed) {
        Track track = reviewed.track();
        return words.text(
                "track.when",
                ClipTime.text(timeline.secondsAt(track.firstFrame())),
                ClipTime.text(timeline.secondsAt(track.lastFrame())),
                timeline.between(track.firstFrame(), track.lastFrame()));
    }

    /** How often it was seen, and how surely. */
    String seen(ReviewedTrack reviewed) {
        return words.text("track.seen", Person.sightings(reviewed), Person.bestScore(reviewed));
    }

    /** What is decided, by whom and why. */
    String state(ReviewedTrack reviewed) {
        if (!reviewed.isKept()) {
            int entry = reviewed.otherwise().entry();
            String masked = words.text("track." + reviewed.otherwise().reason());
            return entry == 0 ? masked : masked + " (" + author(entry) + ")";
        }
        String spans = reviewed.kept().stream()
                .map(span -> ClipTime.text(timeline.secondsAt(span.firstFrame())) + "-"
                        + ClipTime.text(timeline.secondsAt(span.lastFrame())))
                .collect(Collectors.joining(", "));
        return words.text(
                "track.visible", spans, author(reviewed.kept().getFirst().entry()));
    }

    private String author(int number) {
        ReviewEntry entry = plan.review().get(number - 1);
        return words.text("track.author", number, entry.by(), entry.reason());
    }

    /** When a frame is shown. */
    String time(int frame) {
        return ClipTime.text(timeline.secondsAt(frame));
    }

    /** The ids of persons, with commas between. */
    public static String ids(List<Person> persons) {
        return persons.stream().map(Person::id).collect(Collectors.joining(", "));
    }
}

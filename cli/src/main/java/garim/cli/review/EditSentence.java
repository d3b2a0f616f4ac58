package garim.cli.review;

import garim.engine.frame.Edit;
import garim.engine.frame.Timeline;
import garim.engine.frame.Track;
import java.util.List;
import java.util.stream.Collectors;

/** Tells in a few words what an edit does. */
public final class EditSentence {
    private final Timeline timeline;
    private final Words words;

    /** Sentences about edits of a clip. */
    public EditSentence(Timeline timeline, Words words) {
        this.timeline = timeline;
        this.words = words;
    }

    /** What an edit does. */
    public String of(Edit edit) {
        return switch (edit) {
            case Edit.Keep(List<Integer> tracks) -> words.text("edit.keep", listed(tracks));
            case Edit.Mask(List<Integer> tracks) -> words.text("edit.mask", listed(tracks));
            case Edit.Split(int track, int frame, int newTrack) ->
                words.text("edit.split", track, time(frame), newTrack);
            case Edit.Merge(List<Integer> tracks) -> words.text("edit.merge", listed(tracks), tracks.getFirst());
            case Edit.Extend(int track, int frame) -> words.text("edit.extend", track, time(frame));
            case Edit.Draw(Track drawn) ->
                words.text(
                        "edit.draw",
                        drawn.id(),
                        words.text("target." + drawn.kind()),
                        time(drawn.firstFrame()),
                        time(drawn.lastFrame()));
            case Edit.Undo(int entry) -> words.text("edit.undo", entry);
            case Edit.Approve approve -> words.text("edit.approve");
            case Edit.MatchFaces match -> words.text("edit.match-faces");
        };
    }

    private String time(int frame) {
        return ClipTime.text(timeline.secondsAt(frame));
    }

    private static String listed(List<Integer> tracks) {
        return tracks.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}

package garim.cli;

import garim.cli.settings.Reasons;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.PlanInput;
import garim.engine.frame.TargetKind;
import garim.engine.mask.Overprint;
import garim.engine.mask.TextStamp;
import garim.engine.visibility.ReviewedTrack;
import garim.engine.visibility.Visibility;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What is printed on masks: the number of the track, and the reason that a reviewer gave or else the kind. */
final class TrackLabels implements Overprint.Labels {
    /** How a reason or kind is written. */
    enum Wording {
        /** Codes, which are the same in every language. */
        CODES,
        /** Words of the user's language. */
        WORDS
    }

    private static final double SHARE_OF_HEIGHT = 1 / 36.0;
    private static final double SMALLEST = 11;

    private final TextPainter painter;
    private final Wording wording;
    private final Messages messages;
    private final double size;
    private final Map<Integer, String> reasons = new HashMap<>();

    TrackLabels(MaskPlan plan, Wording wording, Messages messages, TextPainter painter) {
        this.painter = painter;
        this.wording = wording;
        this.messages = messages;
        this.size = size(plan.input());
        for (ReviewedTrack track : Visibility.of(plan).tracks()) {
            int entry = track.otherwise().entry();
            if (entry > 0 && !plan.review().get(entry - 1).reason().isEmpty()) {
                reasons.put(track.track().id(), plan.review().get(entry - 1).reason());
            }
        }
    }

    private static double size(PlanInput input) {
        return Math.max(SMALLEST, Math.min(input.width(), input.height()) * SHARE_OF_HEIGHT);
    }

    @Override
    public TextStamp of(int track, TargetKind kind) {
        return painter.paint(text(track, kind), size, 0);
    }

    /** The text of a track. */
    String text(int track, TargetKind kind) {
        String reason = reasons.get(track);
        return track + " " + (reason == null ? word(kind) : word(reason));
    }

    private String word(TargetKind kind) {
        return wording == Wording.CODES ? kind.name().toLowerCase(Locale.ROOT) : messages.text("target." + kind);
    }

    private String word(String reason) {
        return wording == Wording.CODES
                ? reason
                : Objects.requireNonNull(Reasons.usual().name(reason, messages.locale()));
    }
}

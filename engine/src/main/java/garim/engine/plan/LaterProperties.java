package garim.engine.plan;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.databind.InjectableValues;
import garim.engine.frame.Box;
import garim.engine.frame.FrameTime;
import garim.engine.frame.MaskRule;
import garim.engine.frame.ModelUse;
import garim.engine.frame.Origin;
import garim.engine.frame.PlanInput;
import garim.engine.frame.PlanSettings;
import garim.engine.frame.Point;
import garim.engine.frame.ReviewEntry;
import garim.engine.frame.Rotation;
import garim.engine.frame.TargetKind;
import garim.engine.frame.Track;
import garim.engine.frame.WholeRange;
import java.util.List;
import java.util.Map;

/** The properties that came later: a plan without them is read as it was meant, and they are written only where used. */
final class LaterProperties {
    private static final String CORNERS = "corners";
    private static final String DEVICE = "device";
    private static final String PROFILE = "profile";
    private static final String REVIEW = "review";
    private static final String TIMES = "times";

    /** What a plan means that lacks them. */
    static final InjectableValues ABSENT = new InjectableValues.Std()
            .addValue(CORNERS, List.of())
            .addValue(DEVICE, "")
            .addValue(PROFILE, "")
            .addValue(REVIEW, List.of())
            .addValue(TIMES, List.of());

    private LaterProperties() {}

    /** The corners of zones. */
    abstract static class OfKeyframe {
        OfKeyframe(
                int frame,
                Box box,
                Origin origin,
                double score,
                @JacksonInject(value = CORNERS, useInput = OptBoolean.TRUE) List<Point> corners) {}

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract List<Point> corners();
    }

    /** What a model ran on. */
    abstract static class OfModel {
        OfModel(String name, String sha256, @JacksonInject(value = DEVICE, useInput = OptBoolean.TRUE) String device) {}

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract String device();
    }

    /** The name of the profile. */
    abstract static class OfSettings {
        OfSettings(
                String detector,
                int every,
                double confidentScore,
                double maxGapSeconds,
                double padSeconds,
                @JacksonInject(value = PROFILE, useInput = OptBoolean.TRUE) String profile) {}

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract String profile();
    }

    /** The times of clips whose frames come unevenly. */
    abstract static class OfInput {
        OfInput(
                String name,
                String sha256,
                long bytes,
                String container,
                String codec,
                int width,
                int height,
                Rotation rotation,
                String timeBase,
                int frames,
                long firstPts,
                long lastPts,
                @JacksonInject(value = TIMES, useInput = OptBoolean.TRUE) List<FrameTime> times) {}

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract List<FrameTime> times();
    }

    /** What reviewers did. */
    abstract static class OfPlan {
        OfPlan(
                int version,
                String program,
                PlanInput input,
                PlanSettings settings,
                List<ModelUse> models,
                Map<TargetKind, MaskRule> rules,
                List<WholeRange> wholeFrames,
                List<Track> tracks,
                @JacksonInject(value = REVIEW, useInput = OptBoolean.TRUE) List<ReviewEntry> review) {}

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract List<ReviewEntry> review();
    }
}

package garim.engine.plan;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import garim.engine.frame.Edit;
import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import garim.engine.frame.Keyframe;
import garim.engine.frame.MaskPlan;
import garim.engine.frame.ModelUse;
import garim.engine.frame.PlanInput;
import garim.engine.frame.PlanSettings;
import garim.engine.store.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Mask plans as JSON. The format is described by {@code docs/schema/mask-plan-1.schema.json}; a plan with an unknown or
 * missing property, a null, or a contradiction is refused, never repaired.
 */
public final class MaskPlanJson {
    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .addMixIn(Keyframe.class, LaterProperties.OfKeyframe.class)
            .addMixIn(PlanSettings.class, LaterProperties.OfSettings.class)
            .addMixIn(ModelUse.class, LaterProperties.OfModel.class)
            .addMixIn(PlanInput.class, LaterProperties.OfInput.class)
            .addMixIn(MaskPlan.class, LaterProperties.OfPlan.class)
            .addMixIn(Edit.class, ReviewJson.OfEdit.class)
            .addModule(ReviewJson.times())
            .injectableValues(LaterProperties.ABSENT)
            .build();

    /** The plan as JSON text. */
    public String write(MaskPlan plan) {
        try {
            return mapper.writeValueAsString(plan) + "\n";
        } catch (JacksonException e) {
            throw new UncheckedIOException("a valid plan could not be written", e);
        }
    }

    /** Writes the plan to a file; an existing file is replaced, in one step, so that half a plan is never there. */
    public void write(MaskPlan plan, Path file) {
        try {
            WholeFile.write(file, write(plan).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new EngineException(ErrorCode.OUTPUT_FAILED, file.toString(), e.toString(), e);
        }
    }

    /**
     * Reads a plan from a file.
     *
     * @throws EngineException INPUT_MISSING when there is no such file, PLAN_INVALID when it is not a valid plan
     */
    public MaskPlan read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new EngineException(ErrorCode.INPUT_MISSING, file.toString(), "no such file", e);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.PLAN_INVALID, file.toString(), "not readable as text", e);
        }
    }

    /** Reads a plan from text; the subject names it in errors. */
    public MaskPlan parse(String subject, String json) {
        try {
            return mapper.readValue(json, MaskPlan.class);
        } catch (JacksonException e) {
            throw new EngineException(ErrorCode.PLAN_INVALID, subject, reason(e), e);
        }
    }

    private static String reason(JacksonException e) {
        String place = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest instanceof JacksonException json ? json.getOriginalMessage() : deepest.getMessage();
        return place + message;
    }
}

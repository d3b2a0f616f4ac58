package garim.engine.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import garim.engine.frame.Edit;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** How the entries of a review are written: an edit names its action, a time is that of ISO 8601 in UTC. */
final class ReviewJson {
    private ReviewJson() {}

    /** The actions by their names. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Edit.Keep.class, name = "keep"),
        @JsonSubTypes.Type(value = Edit.Mask.class, name = "mask"),
        @JsonSubTypes.Type(value = Edit.Split.class, name = "split"),
        @JsonSubTypes.Type(value = Edit.Merge.class, name = "merge"),
        @JsonSubTypes.Type(value = Edit.Extend.class, name = "extend"),
        @JsonSubTypes.Type(value = Edit.Draw.class, name = "draw"),
        @JsonSubTypes.Type(value = Edit.Undo.class, name = "undo"),
        @JsonSubTypes.Type(value = Edit.Approve.class, name = "approve"),
        @JsonSubTypes.Type(value = Edit.MatchFaces.class, name = "match-faces"),
    })
    interface OfEdit {}

    static Module times() {
        return new SimpleModule("times")
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new TimeReader());
    }

    private static final class TimeReader extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        TimeReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, Instant.class, "not a time of ISO 8601 in UTC");
            }
        }
    }
}

package garim.cli.export;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Delivery notes as JSON, described by {@code docs/schema/export-1.schema.json}. */
final class DeliveryNoteText {
    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The UTF-8 bytes of a note. */
    byte[] write(DeliveryNote note) {
        ObjectNode root = mapper.createObjectNode();
        root.put("version", note.version());
        root.put("program", note.program());
        root.put("created", note.created());
        root.put("recipient", note.recipient());
        root.put("request", note.request());
        root.put("expires", note.expires().toString());
        ArrayNode files = root.putArray("files");
        for (PackedFile file : note.files()) {
            ObjectNode entry = files.addObject();
            entry.put("name", file.name());
            entry.put("from", file.from());
            entry.put("bytes", file.bytes());
            entry.put("sha256", file.sha256());
        }
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JacksonException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    /**
     * Reads a note.
     *
     * @param subject the export it was found in
     * @throws ExportException EXPORT_INVALID
     */
    DeliveryNote read(byte[] json, String subject) {
        try {
            JsonNode root = mapper.readTree(json);
            List<PackedFile> files = new ArrayList<>();
            for (JsonNode entry : root.required("files")) {
                files.add(new PackedFile(
                        text(entry, "name"),
                        text(entry, "from"),
                        entry.required("bytes").longValue(),
                        text(entry, "sha256")));
            }
            return new DeliveryNote(
                    root.required("version").intValue(),
                    text(root, "program"),
                    text(root, "created"),
                    text(root, "recipient"),
                    text(root, "request"),
                    LocalDate.parse(text(root, "expires")),
                    files);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            String reason = "its delivery note cannot be read (" + e.getMessage() + ")";
            throw new ExportException(ExportErrorCode.EXPORT_INVALID, subject, reason, e);
        }
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.required(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is not a text");
        }
        return value.textValue();
    }
}

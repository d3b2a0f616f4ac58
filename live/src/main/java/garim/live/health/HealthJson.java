package garim.live.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import garim.live.LiveEvent;
import garim.live.camera.CameraFigures;
import garim.live.camera.CameraState;
import java.util.List;
import java.util.Locale;

/** Writes how cameras are, and what happened to them, as JSON. */
public final class HealthJson {
    private final ObjectMapper mapper = new JsonMapper();
    private final List<EventSentences> sentences =
            EventSentences.LANGUAGES.stream().map(EventSentences::new).toList();

    /** True when every camera runs and shows more than a mosaic. */
    public static boolean isHealthy(List<CameraFigures> cameras) {
        return cameras.stream().allMatch(camera -> camera.state() == CameraState.TARGETS);
    }

    /** The state and the figures of cameras. */
    public String health(List<CameraFigures> cameras) {
        ObjectNode root = mapper.createObjectNode();
        root.put("status", isHealthy(cameras) ? "ok" : "degraded");
        ArrayNode list = root.putArray("cameras");
        cameras.forEach(camera -> add(list.addObject(), camera));
        return root.toString();
    }

    private static void add(ObjectNode node, CameraFigures camera) {
        node.put("name", camera.name())
                .put("state", word(camera.state()))
                .put("why", camera.why().map(HealthJson::word).orElse(""))
                .put("shedding", word(camera.shedding()))
                .put("width", camera.width())
                .put("height", camera.height())
                .put("framesIn", camera.framesIn())
                .put("framesMasked", camera.framesMasked())
                .put("framesWhole", camera.framesWhole())
                .put("framesDropped", camera.framesDropped())
                .put("framesRaw", camera.framesRaw())
                .put("reconnects", camera.reconnects())
                .put("looks", camera.looks())
                .put("thoroughLooks", camera.thoroughLooks())
                .put("looksFailed", camera.looksFailed())
                .put("looksPerSecond", camera.looksPerSecond())
                .put("lookMillis", camera.lookMillis())
                .put("latencyP50Millis", camera.latencyP50Millis())
                .put("latencyP95Millis", camera.latencyP95Millis());
    }

    /** Events with their sentences in every language. */
    public String events(List<LiveEvent> events) {
        ArrayNode list = mapper.createArrayNode();
        events.forEach(event -> add(list.addObject(), event));
        return list.toString();
    }

    /** One event with its sentences in every language. */
    public String event(LiveEvent event) {
        ObjectNode node = mapper.createObjectNode();
        add(node, event);
        return node.toString();
    }

    private void add(ObjectNode node, LiveEvent event) {
        node.put("at", event.at().toString()).put("camera", event.camera()).put("kind", word(event.kind()));
        ObjectNode texts = node.putObject("sentences");
        for (int i = 0; i < sentences.size(); i++) {
            texts.put(
                    EventSentences.LANGUAGES.get(i).getLanguage(),
                    sentences.get(i).of(event));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

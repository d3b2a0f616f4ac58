package garim.live.camera;

import garim.engine.frame.EngineException;
import garim.engine.frame.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells in a stable word why a camera gives no pictures, so that it can be said in every language. */
final class WhyGone {
    /** What the media library and the system say, and the word for it; the first that is in the text counts. */
    private static final Map<String, String> WORDS = words();

    private WhyGone() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("401", "login-refused");
        words.put("403", "login-refused");
        words.put("404", "no-such-stream");
        words.put("454", "no-such-stream");
        words.put("Connection refused", "connection-refused");
        words.put("timed out", "silent");
        words.put("Immediate exit", "silent");
        words.put("No route to host", "unreachable");
        words.put("unreachable", "unreachable");
        words.put("not known", "unreachable");
        words.put("Invalid data", "no-pictures-understood");
        words.put("reset by peer", "connection-lost");
        words.put("Broken pipe", "connection-lost");
        words.put("End of file", "connection-lost");
        return words;
    }

    /** The word; what was said itself where there is none. */
    static String of(EngineException e) {
        return WORDS.entrySet().stream()
                .filter(entry -> e.detail().contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(e.code() == ErrorCode.INPUT_NOT_VIDEO ? "no-pictures-understood" : e.detail());
    }
}

package garim.cli;

import garim.engine.pipeline.Stage;
import java.util.Map;
import java.util.OptionalLong;

/** Tells somebody how a run goes: a person at a terminal, or a program that reads lines of JSON. */
interface Reporter {
    /** A stage of the work on a subject has come so far. */
    void progress(String subject, Stage stage, long frames, OptionalLong total);

    /**
     * Work on a subject ended well.
     *
     * @param event stable name of what was done
     * @param facts figures with stable names, in the order in which they are told
     * @param sentence the same for people
     */
    void done(String event, Map<String, Object> facts, String sentence);

    /** Something that is as expected, for programs and logs only; facts as in {@link #done}. */
    void noted(String event, Map<String, Object> facts);

    /** Something a person should know although the work goes on. */
    void warn(String subject, String sentence);

    /** Work on a subject failed. */
    void failed(Failure failure);
}

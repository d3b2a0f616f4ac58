package garim.engine.pipeline;

/** The passes over a file. */
public enum Stage {
    /** Reads the input and makes the plan. */
    ANALYZE,
    /** Reads the input again and writes the masked output. */
    RENDER,
    /** Reads the output back and says what can still be seen in it. */
    PROVE
}

package garim.engine.pipeline;

/** The two passes over a file. */
public enum Stage {
    /** Reads the input and makes the plan. */
    ANALYZE,
    /** Reads the input again and writes the masked output. */
    RENDER
}

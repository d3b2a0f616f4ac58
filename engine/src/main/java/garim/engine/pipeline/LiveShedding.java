package garim.engine.pipeline;

/** What a camera does without when the machine cannot keep up, in this order; each includes the ones before. */
public enum LiveShedding {
    /** Nothing. */
    NONE,
    /** Detectors look less often, as seldom as the delay allows. */
    FEWER_LOOKS,
    /** Of two frames one is left out. */
    FEWER_FRAMES,
    /** Nobody looks; everything is masked whole. */
    WHOLE
}

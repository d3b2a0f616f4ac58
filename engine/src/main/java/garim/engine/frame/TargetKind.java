package garim.engine.frame;

/** The kinds of thing that identify somebody and can be masked. */
public enum TargetKind {
    /** A face from hairline to chin. */
    FACE,
    /** A head from any side. */
    HEAD,
    /** A whole person. */
    PERSON,
    /** A vehicle licence plate. */
    PLATE,
    /** Writing: signs, screens, documents. */
    TEXT,
    /** A trademark given by reference pictures. */
    LOGO,
    /** Whatever moves. */
    MOTION,
    /** An area drawn by hand. */
    ZONE
}

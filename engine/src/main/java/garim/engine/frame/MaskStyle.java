package garim.engine.frame;

/** The ways to cover a target; each leaves no more detail than the mosaic does. */
public enum MaskStyle {
    /** Cells of mean brightness in one tint, at most six over the short side of the target; one cell of writing. */
    MOSAIC,
    /** The same cells, blended into each other. */
    BLUR,
    /** One flat dark colour. */
    SOLID
}

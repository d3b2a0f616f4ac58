package garim.engine.frame;

/** The ways to cover a target; each leaves no more detail than the mosaic does. */
public enum MaskStyle {
    /** Square cells of mean colour, at most six over the short side of the target. */
    MOSAIC,
    /** The same cells, blended into each other. */
    BLUR,
    /** One flat dark colour. */
    SOLID
}

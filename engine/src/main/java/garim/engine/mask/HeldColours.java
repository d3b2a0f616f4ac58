package garim.engine.mask;

import garim.engine.frame.Frame;

/**
 * The colours that a target keeps for a stretch of frames: a brightness for each cell, and one tint for all. The tint is
 * one because skin, hair and a coloured mask tell a recogniser who it is where their brightness does not.
 *
 * @param stretch which one, see {@link MaskStrength#stretch}
 * @param luma means on the Y plane
 * @param cb mean on the Cb plane
 * @param cr mean on the Cr plane
 */
record HeldColours(int stretch, CellMeans luma, CellMeans cb, CellMeans cr) {
    static HeldColours measure(Frame frame, CellGrid grid, CellMeter meter, int stretch) {
        CellGrid chroma = grid.onChroma().asOneCell();
        return new HeldColours(
                stretch,
                meter.measure(frame.luma(), grid),
                meter.measure(frame.cb(), chroma),
                meter.measure(frame.cr(), chroma));
    }
}

package garim.engine.mask;

import garim.engine.frame.Frame;

/**
 * The colours that a target keeps for a stretch of frames.
 *
 * @param stretch which one, see {@link MaskStrength#stretch}
 * @param luma means on the Y plane
 * @param cb means on the Cb plane
 * @param cr means on the Cr plane
 */
record HeldColours(int stretch, CellMeans luma, CellMeans cb, CellMeans cr) {
    static HeldColours measure(Frame frame, CellGrid grid, CellMeter meter, int stretch) {
        CellGrid chroma = grid.onChroma();
        return new HeldColours(
                stretch,
                meter.measure(frame.luma(), grid),
                meter.measure(frame.cb(), chroma),
                meter.measure(frame.cr(), chroma));
    }
}

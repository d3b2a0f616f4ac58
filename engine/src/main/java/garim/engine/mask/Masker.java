package garim.engine.mask;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskStyle;
import garim.engine.frame.TargetKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A masker covers regions on the planes of a frame so that nothing can be read back. Used by one thread at a time, on
 * frames in rising order.
 *
 * <p>A track keeps the colours of the first frame of each stretch of {@link MaskStrength#HOLD_FRAMES} frames. What is
 * painted in frame n therefore depends on the frames after n - {@link MaskStrength#HOLD_FRAMES} and on no earlier one: who
 * renders from the middle of a file starts that many frames before.
 */
public final class Masker {
    private static final int LIMITED_BLACK = 16;
    private static final int NEUTRAL_CHROMA = 128;

    private final CellMeter meter = new CellMeter();
    private final Mosaic mosaic = new Mosaic();
    private final Blur blur = new Blur();
    private final Map<Integer, HeldColours> held = new HashMap<>();

    /**
     * Covers every region. Where regions overlap, solid ones lie on top, and of the others the larger: the cells of smaller ones upon
     * it would show more of the scene than its own do.
     */
    public void cover(Frame frame, List<MaskRegion> regions) {
        held.entrySet()
                .removeIf(entry -> entry.getValue().stretch() != MaskStrength.stretch(entry.getKey(), frame.index()));
        List<MaskRegion> seen = regions.stream()
                .filter(region -> !painted(frame, region).isEmpty())
                .toList();
        // All are measured before any is painted: else colours would hang on those of a neighbour's earlier stretch.
        seen.stream().filter(region -> region.rule().style() != MaskStyle.SOLID).forEach(region -> hold(frame, region));
        seen.stream()
                .sorted(Comparator.comparing(
                                (MaskRegion region) -> region.rule().style() == MaskStyle.SOLID)
                        .thenComparingDouble(
                                region -> painted(frame, region).toBox().area()))
                .forEach(region -> cover(frame, region));
    }

    private static PixelRect painted(Frame frame, MaskRegion region) {
        return PixelRect.covering(region.target(), region.rule().margin(), frame.width(), frame.height());
    }

    private static CellGrid grid(Frame frame, MaskRegion region) {
        return CellGrid.of(region.kind(), region.target(), region.rule().margin(), frame.width(), frame.height());
    }

    private HeldColours hold(Frame frame, MaskRegion region) {
        int stretch = MaskStrength.stretch(region.track(), frame.index());
        return held.computeIfAbsent(
                region.track(), track -> HeldColours.measure(frame, grid(frame, region), meter, stretch));
    }

    private void cover(Frame frame, MaskRegion region) {
        MaskStyle style = region.rule().style();
        PixelRect painted = painted(frame, region);
        Optional<Surroundings> around = region.polygon()
                .map(polygon -> new PolygonBlocks(polygon, region.rule().margin(), painted.halved()))
                .map(blocks -> new Surroundings(frame, painted, blocks));
        if (style == MaskStyle.SOLID) {
            fill(frame, painted);
        } else {
            paint(frame, grid(frame, region), hold(frame, region), style);
        }
        around.ifPresent(kept -> kept.restore(frame));
    }

    /** Covers the whole frame with a mosaic of {@value MaskStrength#CELLS} cells over its short side. */
    public void coverWhole(Frame frame) {
        Box picture = new Box(0, 0, frame.width(), frame.height());
        CellGrid grid = CellGrid.of(TargetKind.MOTION, picture, 0, frame.width(), frame.height());
        paint(frame, grid, HeldColours.measure(frame, grid, meter, 0), MaskStyle.MOSAIC);
    }

    private void paint(Frame frame, CellGrid area, HeldColours colours, MaskStyle style) {
        CellGrid luma = area.withCells(colours.luma());
        CellGrid chroma = area.onChroma().withCells(colours.cb());
        if (style == MaskStyle.BLUR) {
            blur.paint(frame.luma(), luma, colours.luma());
            blur.paint(frame.cb(), chroma, colours.cb());
            blur.paint(frame.cr(), chroma, colours.cr());
        } else {
            mosaic.paint(frame.luma(), luma, colours.luma());
            mosaic.paint(frame.cb(), chroma, colours.cb());
            mosaic.paint(frame.cr(), chroma, colours.cr());
        }
    }

    private static void fill(Frame frame, PixelRect luma) {
        PixelRect chroma = luma.halved();
        Solid.paint(frame.luma(), luma, frame.fullRange() ? 0 : LIMITED_BLACK);
        Solid.paint(frame.cb(), chroma, NEUTRAL_CHROMA);
        Solid.paint(frame.cr(), chroma, NEUTRAL_CHROMA);
    }
}

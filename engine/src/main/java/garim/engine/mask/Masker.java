package garim.engine.mask;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.MaskStyle;
import java.util.List;
import java.util.Optional;

/** A masker covers regions on the planes of a frame so that nothing can be read back. Used by one thread at a time. */
public final class Masker {
    private static final int LIMITED_BLACK = 16;
    private static final int NEUTRAL_CHROMA = 128;

    private final Mosaic mosaic = new Mosaic();
    private final Blur blur = new Blur();

    /** Covers every region; where regions overlap, each is covered in turn. */
    public void cover(Frame frame, List<MaskRegion> regions) {
        for (MaskRegion region : regions) {
            PixelRect painted =
                    PixelRect.covering(region.target(), region.rule().margin(), frame.width(), frame.height());
            if (!painted.isEmpty()) {
                cover(frame, region, painted);
            }
        }
    }

    /** Covers the whole frame with a mosaic of six cells over its short side. */
    public void coverWhole(Frame frame) {
        PixelRect all = PixelRect.whole(frame.width(), frame.height());
        Box picture = new Box(0, 0, frame.width(), frame.height());
        paint(frame, all, MaskStrength.cellPx(picture, all), MaskStyle.MOSAIC);
    }

    private void cover(Frame frame, MaskRegion region, PixelRect painted) {
        Optional<Surroundings> around = region.polygon()
                .map(polygon -> new PolygonBlocks(polygon, region.rule().margin(), painted.halved()))
                .map(blocks -> new Surroundings(frame, painted, blocks));
        paint(
                frame,
                painted,
                MaskStrength.cellPx(region.target(), painted),
                region.rule().style());
        around.ifPresent(kept -> kept.restore(frame));
    }

    private void paint(Frame frame, PixelRect luma, int cellPx, MaskStyle style) {
        PixelRect chroma = luma.halved();
        switch (style) {
            case MOSAIC -> {
                mosaic.paint(frame.luma(), luma, cellPx);
                mosaic.paint(frame.cb(), chroma, cellPx / 2);
                mosaic.paint(frame.cr(), chroma, cellPx / 2);
            }
            case BLUR -> {
                blur.paint(frame.luma(), luma, cellPx);
                blur.paint(frame.cb(), chroma, cellPx / 2);
                blur.paint(frame.cr(), chroma, cellPx / 2);
            }
            case SOLID -> {
                Solid.paint(frame.luma(), luma, frame.fullRange() ? 0 : LIMITED_BLACK);
                Solid.paint(frame.cb(), chroma, NEUTRAL_CHROMA);
                Solid.paint(frame.cr(), chroma, NEUTRAL_CHROMA);
            }
        }
    }
}

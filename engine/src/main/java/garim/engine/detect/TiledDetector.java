package garim.engine.detect;

import garim.engine.frame.Box;
import garim.engine.frame.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A tiled detector bounds the memory of another one: a larger picture is looked at in overlapping tiles, and once more as
 * a whole, reduced to the size of a tile, for targets that no tile holds.
 */
public final class TiledDetector implements Detector {
    private static final int DEFAULT_WIDTH = 1920;
    private static final int DEFAULT_HEIGHT = 1088;
    private static final int DEFAULT_OVERLAP = 128;
    private static final double MOST = 0.75;

    private final Detector inner;
    private final int maxWidth;
    private final int maxHeight;
    private final int overlap;
    private final boolean looksAtTheWhole;

    /** Tiles of at most 1920 x 1088 pixels that overlap by 128. */
    public TiledDetector(Detector inner) {
        this(inner, DEFAULT_WIDTH, DEFAULT_HEIGHT, DEFAULT_OVERLAP);
    }

    /**
     * Creates a tiled detector.
     *
     * @param inner looks at the tiles; closed with this detector
     * @param maxWidth widest tile in pixels
     * @param maxHeight highest tile in pixels
     * @param overlap pixels that neighbouring tiles share, smaller than a tile
     */
    public TiledDetector(Detector inner, int maxWidth, int maxHeight, int overlap) {
        this(inner, maxWidth, maxHeight, overlap, true);
    }

    private TiledDetector(Detector inner, int maxWidth, int maxHeight, int overlap, boolean looksAtTheWhole) {
        this.inner = Objects.requireNonNull(inner);
        if (overlap < 0 || overlap >= Math.min(maxWidth, maxHeight)) {
            throw new IllegalArgumentException("overlap " + overlap + " in " + maxWidth + "x" + maxHeight);
        }
        this.maxWidth = maxWidth;
        this.maxHeight = maxHeight;
        this.overlap = overlap;
        this.looksAtTheWhole = looksAtTheWhole;
    }

    /** As the first one, for detectors beside which another one looks for targets that no tile holds. */
    public static TiledDetector ofTilesOnly(Detector inner) {
        return new TiledDetector(inner, DEFAULT_WIDTH, DEFAULT_HEIGHT, DEFAULT_OVERLAP, false);
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public List<Detection> detect(Picture picture) {
        if (picture.width() <= maxWidth && picture.height() <= maxHeight) {
            return inner.detect(picture);
        }
        List<Detection> whole = new ArrayList<>(looksAtTheWhole ? detectReduced(picture) : List.of());
        List<Detection> cut = new ArrayList<>();
        Tiling across = Tiling.of(picture.width(), maxWidth, overlap);
        Tiling down = Tiling.of(picture.height(), maxHeight, overlap);
        for (int row = 0; row < down.count(); row++) {
            for (int column = 0; column < across.count(); column++) {
                int left = across.start(column);
                int top = down.start(row);
                Picture tile = picture.part(left, top, across.side(), down.side());
                for (Detection d : inner.detect(tile)) {
                    boolean isCut = across.cuts(column, d.box().x(), d.box().right())
                            || down.cuts(row, d.box().y(), d.box().bottom());
                    (isCut ? cut : whole).add(d.withBox(d.box().shift(left, top)));
                }
            }
        }
        cut.removeIf(piece -> whole.stream().anyMatch(d -> holds(d, piece)));
        whole.addAll(cut);
        return Suppression.merge(whole);
    }

    @Override
    public List<Detection> detectIn(Picture picture, Box part) {
        // a detector that looks beyond the part for some of its answers sees the whole picture
        if (part.width() <= maxWidth && part.height() <= maxHeight) {
            return inner.detectIn(picture, part);
        }
        return Detector.super.detectIn(picture, part);
    }

    private static boolean holds(Detection whole, Detection piece) {
        double common = whole.box().intersect(piece.box()).area();
        return whole.kind() == piece.kind() && common >= MOST * piece.box().area();
    }

    private List<Detection> detectReduced(Picture picture) {
        double ratio = Math.min((double) maxWidth / picture.width(), (double) maxHeight / picture.height());
        return ScaledDetector.detectScaled(inner, picture, ratio);
    }

    @Override
    public void close() {
        inner.close();
    }
}

package garim.cli.scene;

import garim.cli.evaluate.Difficulty;
import garim.cli.evaluate.TargetBox;
import garim.cli.scene.Placement.PlacedFace;
import garim.engine.frame.Box;
import java.util.List;
import java.util.Optional;

/**
 * A visible face is the part of a face that neither the picture's border nor anything before it hides.
 *
 * @param part the smallest box around what is seen, in pixels of the frame
 * @param share seen share of the whole face, 0-1
 */
record VisibleFace(Box part, double share) {
    private static final int CELLS = 32;
    private static final double LEAST_SHARE = 0.10;
    private static final double DUSK = 0.7;

    /** Looks at a face through everything that is painted after it; empty when next to nothing is seen. */
    static Optional<VisibleFace> of(Box face, SceneShape shape, List<Placement> before) {
        double cellWidth = face.width() / CELLS;
        double cellHeight = face.height() / CELLS;
        int seen = 0;
        Optional<Box> part = Optional.empty();
        for (int i = 0; i < CELLS * CELLS; i++) {
            int row = i / CELLS;
            Box cell = new Box(face.x() + i % CELLS * cellWidth, face.y() + row * cellHeight, cellWidth, cellHeight);
            if (isSeen(cell.centerX(), cell.centerY(), shape, before)) {
                seen++;
                part = Optional.of(part.map(cell::union).orElse(cell));
            }
        }
        double share = (double) seen / (CELLS * CELLS);
        return part.filter(p -> share >= LEAST_SHARE)
                .map(p -> new VisibleFace(p.clamp(shape.width(), shape.height()), share));
    }

    /** The ground truth of this face at a brightness of 0-1. */
    TargetBox target(PlacedFace face, double gain) {
        return new TargetBox("face", part, difficulty(face.isFrontal(), gain), face.track());
    }

    private Difficulty difficulty(boolean isFrontal, double gain) {
        if (part.height() < 12 || share < 0.25) {
            return Difficulty.IGNORE;
        }
        if (part.height() < 20 || share < 0.60 || gain < DUSK) {
            return Difficulty.HARD;
        }
        return part.height() < 40 || !isFrontal ? Difficulty.MEDIUM : Difficulty.EASY;
    }

    private static boolean isSeen(double x, double y, SceneShape shape, List<Placement> before) {
        boolean isInside = x >= 0 && y >= 0 && x < shape.width() && y < shape.height();
        return isInside && before.stream().noneMatch(p -> p.layer().hides(p.where(), x, y));
    }
}

package garim.engine.pipeline;

import garim.engine.frame.MaskPlan;
import garim.engine.frame.Rotation;
import garim.engine.mask.MaskRegion;
import garim.engine.mask.Overprint;
import garim.engine.mask.Overprinter;
import garim.engine.mask.TextStamp;
import garim.engine.proof.Print;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the proof what text a render printed on which frame. Frames are asked for in order. */
final class PrintedText {
    /** An encoder spreads the edges of ink over so many pixels. */
    private static final int SPREAD = 2;

    private final Optional<PlanWalk> walk;
    private final Overprinter printer;
    private final Map<TextStamp, Print.Shape> shapes = new HashMap<>();

    PrintedText(MaskPlan plan, Overprint overprint, Rotation rotation) {
        this(
                overprint.equals(Overprint.NONE) ? Optional.empty() : Optional.of(new PlanWalk(plan)),
                overprint,
                rotation);
    }

    private PrintedText(Optional<PlanWalk> walk, Overprint overprint, Rotation rotation) {
        this.walk = walk;
        this.printer = new Overprinter(overprint, rotation);
    }

    /** Nothing is printed. */
    static PrintedText none() {
        return new PrintedText(Optional.empty(), Overprint.NONE, Rotation.NONE);
    }

    /** What is printed on a frame of a size. */
    List<Print> at(int frame, int width, int height) {
        return walk.map(each -> labelled(each.at(frame)))
                .map(regions -> printer.places(width, height, regions).stream()
                        .map(this::print)
                        .toList())
                .orElse(List.of());
    }

    private static List<MaskRegion> labelled(FrameVerdict verdict) {
        return switch (verdict) {
            case FrameVerdict.Whole whole -> List.of();
            case FrameVerdict.Regions(var regions) -> regions;
        };
    }

    private Print print(Overprinter.Place place) {
        Print.Shape shape = shapes.computeIfAbsent(place.stamp(), PrintedText::shape);
        return new Print(shape, place.left() - SPREAD, place.top() - SPREAD);
    }

    private static Print.Shape shape(TextStamp stamp) {
        int width = stamp.width() + 2 * SPREAD;
        int height = stamp.height() + 2 * SPREAD;
        BitSet ink = new BitSet(width * height);
        for (int y = 0; y < stamp.height(); y++) {
            for (int x = 0; x < stamp.width(); x++) {
                if (stamp.ink(x, y) > 0 || stamp.rim(x, y) > 0) {
                    for (int row = y; row <= y + 2 * SPREAD; row++) {
                        ink.set(row * width + x, row * width + x + 2 * SPREAD + 1);
                    }
                }
            }
        }
        return new Print.Shape(width, height, ink);
    }
}

package garim.engine.proof;

import garim.engine.frame.Box;
import java.util.BitSet;
import java.util.List;

/** The pixels of an area that hold the ink of prints. */
public final class PrintMask {
    private final PixelArea area;
    private final BitSet ink;

    private PrintMask(PixelArea area, BitSet ink) {
        this.area = area;
        this.ink = ink;
    }

    static PrintMask of(PixelArea area, List<Print> prints) {
        BitSet ink = new BitSet();
        for (Print print : prints) {
            if (print.touches(area)) {
                add(ink, area, print);
            }
        }
        return new PrintMask(area, ink);
    }

    private static void add(BitSet ink, PixelArea area, Print print) {
        for (int y = area.top(); y < area.bottom(); y++) {
            for (int x = area.left(); x < area.right(); x++) {
                if (print.covers(x, y)) {
                    ink.set((y - area.top()) * area.width() + x - area.left());
                }
            }
        }
    }

    /** Share of the pixels of a box inside a picture that hold ink, 0-1. */
    public static double share(List<Print> prints, Box box, int pictureWidth, int pictureHeight) {
        PixelArea area = PixelArea.touching(box, pictureWidth, pictureHeight);
        return area.isEmpty() ? 0 : of(area, prints).share();
    }

    /** Share of the pixels that hold ink, 0-1. */
    double share() {
        return (double) ink.cardinality() / Math.max(1, area.width() * area.height());
    }

    boolean isEmpty() {
        return ink.isEmpty();
    }

    /** True when a pixel of the picture, which lies in the area, holds ink. */
    boolean isInked(int x, int y) {
        return ink.get((y - area.top()) * area.width() + x - area.left());
    }

    /** The samples of a row of a lattice of the area that hold no ink. */
    BitSet clear(int row, Lattice lattice) {
        BitSet clear = new BitSet(lattice.columns());
        for (int x = 0; x < lattice.columns(); x++) {
            clear.set(x, !isInked(lattice.left() + x * lattice.step(), lattice.top() + row * lattice.step()));
        }
        return clear;
    }
}

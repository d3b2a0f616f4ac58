package garim.engine.mask;

import garim.engine.frame.PixelRoutine;
import garim.engine.frame.Plane;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The routines that paint masks, and their twins. */
public final class MaskRoutines {
    private static final int FACE = 96;
    private static final int COLUMNS = 960;
    private static final int ROWS = 540;

    private MaskRoutines() {}

    /** All of them. */
    public static List<PixelRoutine> all() {
        return List.of(mosaic(), blur(), polygon());
    }

    /** What a twin says of a sample. */
    private interface Twin {
        double at(int[][] source, CellGrid grid, int x, int y);
    }

    private static PixelRoutine mosaic() {
        Mosaic mosaic = new Mosaic();
        CellGrid grid = face(2);
        return face("mosaic", grid, (plane, means) -> mosaic.paint(plane, grid, means), PlainMask::mosaic, 0);
    }

    private static PixelRoutine blur() {
        Blur blur = new Blur();
        CellGrid grid = face(2);
        return face("blur", grid, (plane, means) -> blur.paint(plane, grid, means), PlainMask::blur, 2.6);
    }

    private static CellGrid face(int cells) {
        return new CellGrid(0, 0, FACE / 2, FACE / 2, cells, cells, 2);
    }

    private static PixelRoutine face(
            String name, CellGrid grid, BiConsumer<Plane, CellMeans> painter, Twin twin, double tolerance) {
        Plane source = PixelRoutine.noise(FACE, FACE, 1);
        Plane target = Plane.allocate(FACE, FACE);
        CellMeter meter = new CellMeter();
        Supplier<Object> fast = () -> {
            painter.accept(target, meter.measure(source, grid));
            return bytes(target);
        };
        Supplier<Object> plain = () -> {
            int[][] samples = PlainMask.samples(source);
            return IntStream.range(0, FACE * FACE)
                    .mapToDouble(i -> twin.at(samples, grid, i % FACE, i / FACE))
                    .toArray();
        };
        return new PixelRoutine(name, "face of 96 pixels", fast, plain, tolerance);
    }

    private static byte[] bytes(Plane plane) {
        byte[] bytes = new byte[plane.width() * plane.height()];
        plane.bytes().get(0, bytes);
        return bytes;
    }

    private static PixelRoutine polygon() {
        Polygon zone = new Polygon(List.of(
                new Point(200.3, 100.1),
                new Point(1700.7, 60.9),
                new Point(1500.2, 900.6),
                new Point(900.9, 500.3),
                new Point(150.1, 1000.7)));
        Supplier<Object> fast = () -> {
            PolygonBlocks blocks = new PolygonBlocks(zone, 0, new PixelRect(0, 0, COLUMNS, ROWS));
            return IntStream.range(0, ROWS)
                    .map(y -> blocks.row(y).cardinality())
                    .toArray();
        };
        Supplier<Object> plain = () -> {
            boolean[][] touched = PlainPolygon.blocks(zone, 0, COLUMNS, ROWS);
            return IntStream.range(0, ROWS).map(y -> count(touched[y])).toArray();
        };
        return new PixelRoutine("polygon", "zone of 1080p", fast, plain, 0);
    }

    private static int count(boolean[] row) {
        return (int) IntStream.range(0, row.length).filter(x -> row[x]).count();
    }
}

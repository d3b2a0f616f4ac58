package garim.engine.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import garim.engine.frame.Box;
import garim.engine.frame.Frame;
import garim.engine.frame.Plane;
import garim.engine.frame.Point;
import garim.engine.frame.Polygon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The quick pixel routines of the proof give what their plain twins give. */
final class PixelReadingTest {
    @RepeatedTest(20)
    void highPassIsEachSampleLessTheMeanAroundIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Plane plane = Pictures.filmed(random.nextLong(), 0).luma();
        int step = 1 + random.nextInt(3);
        int radius = 1 + random.nextInt(5);
        Lattice lattice = new Lattice(
                random.nextInt(30), random.nextInt(30), 3 + random.nextInt(35), 3 + random.nextInt(25), step);
        float[] detail = new HighPass().measure(plane, lattice, radius);
        for (int y = 0; y < lattice.rows(); y++) {
            for (int x = 0; x < lattice.columns(); x++) {
                assertEquals(PlainDetail.at(plane, lattice, radius, x, y), detail[y * lattice.columns() + x], 1e-3);
            }
        }
    }

    @RepeatedTest(20)
    void outlineHoldsThePixelsThatThePolygonWindsAround(RepetitionInfo repetition) {
        Random random = new Random(100 + repetition.getCurrentRepetition());
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(5); i++) {
            corners.add(new Point(random.nextDouble(-20, 90), random.nextDouble(-20, 70)));
        }
        Lattice lattice = Lattice.of(PixelArea.touching(new Box(0, 0, 70, 50), 70, 50), 1 + random.nextInt(3));
        for (int row = 0; row < lattice.rows(); row++) {
            BitSet inside = new Outline(new Polygon(corners)).row(row, lattice);
            for (int column = 0; column < lattice.columns(); column++) {
                Point middle = new Point(column * lattice.step() + 0.5, row * lattice.step() + 0.5);
                assertEquals(winding(corners, middle) != 0, inside.get(column), corners + " " + middle);
            }
        }
    }

    @RepeatedTest(20)
    void interiorHoldsWhatIsAsDeepInThePolygonAsTheRadius(RepetitionInfo repetition) {
        Random random = new Random(300 + repetition.getCurrentRepetition());
        List<Point> corners = List.of(
                new Point(random.nextDouble(0, 20), random.nextDouble(0, 15)),
                new Point(random.nextDouble(50, 70), random.nextDouble(0, 15)),
                new Point(random.nextDouble(50, 70), random.nextDouble(35, 50)),
                new Point(random.nextDouble(0, 20), random.nextDouble(35, 50)));
        Polygon polygon = new Polygon(corners);
        Lattice lattice = new Lattice(0, 0, 70, 50, 1);
        int radius = 1 + random.nextInt(5);
        Interior interior = new Interior(polygon, lattice, radius);
        Outline outline = new Outline(polygon);
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 70; x++) {
                boolean deep = true;
                for (int j = Math.max(0, y - radius); j <= Math.min(49, y + radius); j++) {
                    BitSet row = outline.row(j, lattice);
                    int first = Math.max(0, x - radius);
                    int end = Math.min(70, x + radius + 1);
                    deep &= row.get(first, end).cardinality() == end - first;
                }
                assertEquals(deep, interior.row(y).get(x), x + "," + y + " of " + corners);
            }
        }
    }

    /** How often the corners go around a point, told by the angles. */
    private static long winding(List<Point> corners, Point middle) {
        double turned = 0;
        for (int i = 0; i < corners.size(); i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % corners.size());
            double angle = Math.atan2(b.y() - middle.y(), b.x() - middle.x())
                    - Math.atan2(a.y() - middle.y(), a.x() - middle.x());
            turned += Math.IEEEremainder(angle, 2 * Math.PI);
        }
        return Math.round(turned / (2 * Math.PI));
    }

    @RepeatedTest(10)
    void survivalIsThePlainCorrelationOfTheFineDetail(RepetitionInfo repetition) {
        Random random = new Random(200 + repetition.getCurrentRepetition());
        Frame before = Pictures.filmed(random.nextLong(), 0);
        Frame after = Pictures.encoded(before, random.nextLong());
        Box box = new Box(random.nextInt(80), random.nextInt(60), 16 + random.nextInt(24), 16 + random.nextInt(24));
        Pictures.mosaic(after.luma(), new Box(box.x(), box.y(), box.width() / 2, box.height()), 2, 3);
        Survival left = new SurvivalMeter()
                .measure(before.luma(), after.luma(), ProofTargets.face(1, box))
                .orElseThrow();
        assertEquals(plainCorrelation(before.luma(), after.luma(), box), left.correlation(), 1e-3);
    }

    private static double plainCorrelation(Plane before, Plane after, Box box) {
        PixelArea area = PixelArea.touching(box, before.width(), before.height());
        int radius = (int) Math.round(1.7 * Math.max(1, Math.min(box.width(), box.height()) / 12));
        Lattice lattice = Lattice.of(area, 1);
        int count = area.width() * area.height();
        double[] a = new double[count];
        double[] b = new double[count];
        for (int i = 0; i < count; i++) {
            a[i] = PlainDetail.at(before, lattice, radius, i % area.width(), i / area.width());
            b[i] = PlainDetail.at(after, lattice, radius, i % area.width(), i / area.width());
        }
        return correlation(a, b);
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}

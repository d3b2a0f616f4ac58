package garim.models;

import java.util.List;
import java.util.Locale;

/**
 * How well probes are matched with a gallery in which entry i is the identity of probe i modulo the gallery's size.
 *
 * @param gallery identities
 * @param topOne share of probes whose own identity is nearest; chance gives 1 / gallery
 * @param topFive share of probes whose own identity is among the nearest five; chance gives 5 / gallery
 * @param area share of the others that are further away than the own identity, the area under the ROC; chance gives 0.5
 */
record Matching(int gallery, double topOne, double topFive, double area) {
    static Matching of(List<float[]> probes, List<float[]> gallery) {
        double first = 0;
        double five = 0;
        double beaten = 0;
        for (int i = 0; i < probes.size(); i++) {
            float[] probe = probes.get(i);
            double own = distance(probe, gallery.get(i % gallery.size()));
            long nearer = gallery.stream()
                    .filter(entry -> distance(probe, entry) < own)
                    .count();
            first += nearer == 0 ? 1 : 0;
            five += nearer < 5 ? 1 : 0;
            beaten += 1 - nearer / (gallery.size() - 1.0);
        }
        int n = probes.size();
        return new Matching(gallery.size(), first / n, five / n, beaten / n);
    }

    /** The share of hits that guessing would give. */
    double chance() {
        return 1.0 / gallery;
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double step = a[i] - b[i];
            sum += step * step;
        }
        return sum;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "gallery %d: top 1 %.4f = %.1f x chance, top 5 %.3f, area %.3f",
                gallery,
                topOne,
                topOne / chance(),
                topFive,
                area);
    }
}

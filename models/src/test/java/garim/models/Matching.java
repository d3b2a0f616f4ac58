package garim.models;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How well probes are matched with a gallery in which entry i is the identity of probe i modulo the gallery's size.
 *
 * @param gallery identities
 * @param topOne share of probes whose own identity is nearest; chance gives 1 / gallery
 * @param topOneError standard error of that; shots of one face hit or miss together, so it counts faces and not shots
 * @param topFive share of probes whose own identity is among the nearest five; chance gives 5 / gallery
 * @param area share of the others that are further away than the own identity, the area under the ROC; chance gives 0.5
 */
record Matching(int gallery, double topOne, double topOneError, double topFive, double area) {
    static Matching of(List<float[]> probes, List<float[]> gallery) {
        double[] hits = new double[gallery.size()];
        double five = 0;
        double beaten = 0;
        for (int i = 0; i < probes.size(); i++) {
            float[] probe = probes.get(i);
            double own = distance(probe, gallery.get(i % gallery.size()));
            long nearer = gallery.stream()
                    .filter(entry -> distance(probe, entry) < own)
                    .count();
            hits[i % gallery.size()] += nearer == 0 ? 1 : 0;
            five += nearer < 5 ? 1 : 0;
            beaten += 1 - nearer / (gallery.size() - 1.0);
        }
        int n = probes.size();
        double shots = (double) n / gallery.size();
        double mean = Arrays.stream(hits).average().orElseThrow() / shots;
        double spread = Arrays.stream(hits)
                .map(hit -> (hit / shots - mean) * (hit / shots - mean))
                .sum();
        double error = Math.sqrt(spread / (gallery.size() - 1) / gallery.size());
        return new Matching(gallery.size(), mean, error, five / n, beaten / n);
    }

    /** The share of hits that guessing would give. */
    double chance() {
        return 1.0 / gallery;
    }

    /** The share of probes whose own identity is among the nearest five when guessing. */
    double chanceOfFive() {
        return 5.0 / gallery;
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
                "gallery %d: top 1 %.4f = %.1f +- %.1f x chance, top 5 %.3f = %.1f x chance, area %.3f",
                gallery,
                topOne,
                topOne / chance(),
                topOneError / chance(),
                topFive,
                topFive / chanceOfFive(),
                area);
    }
}

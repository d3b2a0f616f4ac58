package garim.engine.detect.logo;

/**
 * An agreement says how well a template and the picture under it match.
 *
 * @param share part of what the template shows that is there as well, 0-1; the rest may be hidden
 * @param edges correlation of the gradients where it is there, -1 to 1
 * @param likeness correlation of the luma all over, 0-1
 */
record Agreement(double share, double edges, double likeness) {
    /** Nothing in common. */
    static final Agreement NONE = new Agreement(0, 0, 0);

    private static final double SHARE = 0.45;
    private static final double EDGES = 0.84;
    private static final double SHARE_WITH_DOUBT = 0.85;
    private static final double EDGES_WITH_DOUBT = 0.88;
    private static final double LIKENESS_WITH_DOUBT = 0.88;
    private static final double MUCH_SUPPORT = 3;
    private static final double SMALL_SIDE = 20;
    private static final double PROMISING_SHARE = 0.2;
    private static final double PROMISING_EDGES = 0.6;
    private static final double BLOCK = 8;
    private static final double FAULT = 0.4;
    private static final double LEAST_VARIANCE = 0.25;

    /**
     * True when this can hardly be chance: nearly all is there, or a good part of it is and many keypoints say so.
     *
     * @param side of a square as large as the mark in the picture, pixels
     * @param support of the proposal that led here
     */
    boolean isConvincing(double side, double support) {
        if (side < SMALL_SIDE || support < MUCH_SUPPORT) {
            return share >= SHARE_WITH_DOUBT && edges >= EDGES_WITH_DOUBT && likeness >= LIKENESS_WITH_DOUBT;
        }
        return share >= SHARE && edges >= EDGES;
    }

    /** True when a better alignment may convince. */
    boolean isPromising() {
        return share >= PROMISING_SHARE && edges >= PROMISING_EDGES;
    }

    /** How sure it is, 0-1. */
    double score() {
        return Math.clamp(share * edges, 0, 1);
    }

    /** Compares after the light of the picture was fitted. */
    static Agreement of(Template template, float[] seen, double gain, double offset) {
        int across = Math.max(2, (int) Math.round(template.width() / BLOCK));
        int down = Math.max(2, (int) Math.round(template.height() / BLOCK));
        float[] cleared = new float[seen.length];
        for (int i = 0; i < seen.length; i++) {
            cleared[i] = (float) ((seen[i] - offset) / gain);
        }
        double mean = mean(template);
        double all = 0;
        double there = 0;
        EdgeSum edges = new EdgeSum();
        for (int block = 0; block < across * down; block++) {
            int left = block % across * template.width() / across;
            int right = (block % across + 1) * template.width() / across;
            int top = block / across * template.height() / down;
            int bottom = (block / across + 1) * template.height() / down;
            double energy = 0;
            double fault = 0;
            double weight = 0;
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    int i = y * template.width() + x;
                    double own = template.luma(i) - mean;
                    double error = Float.isNaN(cleared[i]) ? 2 * template.spread() : cleared[i] - template.luma(i);
                    weight += template.weight(i);
                    energy += template.weight(i) * own * own;
                    fault += template.weight(i) * error * error;
                }
            }
            all += energy;
            double least = LEAST_VARIANCE * weight * template.spread() * template.spread();
            if (fault <= FAULT * Math.max(energy, least)) {
                there += energy;
                edges.add(template, cleared, left, top, right, bottom);
            }
        }
        return new Agreement(all > 0 ? there / all : 0, edges.correlation(), likeness(template, cleared));
    }

    private static double mean(Template template) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < template.width() * template.height(); i++) {
            sum += template.weight(i) * template.luma(i);
            count += template.weight(i);
        }
        return sum / count;
    }

    private static double likeness(Template template, float[] cleared) {
        double n = 0;
        double t = 0;
        double p = 0;
        double tt = 0;
        double pp = 0;
        double tp = 0;
        for (int i = 0; i < cleared.length; i++) {
            if (!Float.isNaN(cleared[i])) {
                double weight = template.weight(i);
                double luma = template.luma(i);
                n += weight;
                t += weight * luma;
                p += weight * cleared[i];
                tt += weight * luma * luma;
                pp += weight * cleared[i] * cleared[i];
                tp += weight * luma * cleared[i];
            }
        }
        double common = n * tp - t * p;
        double spread = Math.sqrt((n * tt - t * t) * (n * pp - p * p));
        return spread > 0 ? common / spread : 0;
    }

    /** Sums over gradients, for their correlation. */
    private static final class EdgeSum {
        private double common;
        private double own;
        private double seen;

        void add(Template template, float[] cleared, int left, int top, int right, int bottom) {
            int width = template.width();
            float[] luma = template.mark().gray().samples();
            for (int y = Math.max(1, top); y < Math.min(bottom, template.height() - 1); y++) {
                for (int x = Math.max(1, left); x < Math.min(right, width - 1); x++) {
                    int i = y * width + x;
                    double tx = luma[i + 1] - luma[i - 1];
                    double ty = luma[i + width] - luma[i - width];
                    double px = cleared[i + 1] - cleared[i - 1];
                    double py = cleared[i + width] - cleared[i - width];
                    if (!Double.isNaN(px + py)) {
                        double weight = template.weight(i);
                        common += weight * (tx * px + ty * py);
                        own += weight * (tx * tx + ty * ty);
                        seen += weight * (px * px + py * py);
                    }
                }
            }
        }

        double correlation() {
            return own > 0 && seen > 0 ? common / Math.sqrt(own * seen) : 0;
        }
    }
}

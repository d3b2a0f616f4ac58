package garim.engine.detect.logo;

/** The slow plain twin of {@link Gray#blurred}: the whole window for each sample. */
final class PlainBlur {
    private PlainBlur() {}

    static double at(Gray gray, int x, int y, double sigma) {
        double sum = 0;
        double weights = 0;
        int radius = (int) Math.ceil(3.5 * sigma);
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                double weight = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
                sum += weight * gray.at(x + dx, y + dy);
                weights += weight;
            }
        }
        return sum / weights;
    }
}

package garim.engine.detect.logo;

/**
 * A template is a mark at the size at which it is laid over pictures.
 *
 * @param mark luma and weights
 * @param scale pixels of the template to one of the mark
 * @param spread standard deviation of its luma
 */
record Template(Mark mark, double scale, double spread) {
    /** Mean side for a first alignment, pixels. */
    static final double COARSE_SIDE = 20;

    /** Mean side for the last alignment and the verdict, pixels. */
    static final double FINE_SIDE = 40;

    private static final double BLUR = 0.9;

    static Template of(Mark mark, double meanSide) {
        Mark small = mark.resized(meanSide / mark.meanSide());
        Gray soft = small.gray().blurred(BLUR);
        Mark softened = new Mark(soft, small.weights(), small.content());
        return new Template(softened, (double) soft.width() / mark.gray().width(), spread(softened));
    }

    int width() {
        return mark.gray().width();
    }

    int height() {
        return mark.gray().height();
    }

    float luma(int i) {
        return mark.gray().samples()[i];
    }

    /** How much a pixel counts, 0-1. */
    float weight(int i) {
        return mark.weights().samples()[i] / 255;
    }

    private static double spread(Mark mark) {
        double count = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < mark.gray().width() * mark.gray().height(); i++) {
            double value = mark.gray().samples()[i];
            double weight = mark.weights().samples()[i];
            count += weight;
            sum += weight * value;
            squares += weight * value * value;
        }
        return Math.sqrt(Math.max(0, squares / count - sum * sum / (count * count)));
    }
}

package garim.engine.proof;

/** Figures as they are told: no more digits than the measurement has. */
final class Rounded {
    private Rounded() {}

    static double hundredth(double value) {
        return Math.round(value * 100) / 100.0;
    }

    static double thousandth(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}

package garim.engine.detect;

/**
 * What a recogniser made of one picture of a face. It can be compared, and nothing else: it is no record, so that nothing
 * writes its numbers by accident, and its text says nothing of them.
 */
public final class FaceLikeness {
    private final float[] numbers;

    private FaceLikeness(float[] numbers) {
        this.numbers = numbers;
    }

    /** Of the numbers of a recogniser, which are copied. */
    public static FaceLikeness of(float[] numbers) {
        return new FaceLikeness(numbers.clone());
    }

    /**
     * How far two are from each other, from 0; for the recogniser in use below 0.6 for most pairs of sharp pictures of one
     * person.
     */
    public double distance(FaceLikeness other) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            double difference = numbers[i] - other.numbers[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    @Override
    public String toString() {
        return "a face";
    }
}

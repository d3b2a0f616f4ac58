package garim.engine.pipeline;

/**
 * What the looks of a detector cost.
 *
 * @param looks how often it looked
 * @param pictures how many whole pictures that makes, when the parts it looked at are put together
 * @param seconds CPU time
 */
public record LookCost(int looks, double pictures, double seconds) {
    LookCost plus(LookCost other) {
        return new LookCost(looks + other.looks, pictures + other.pictures, seconds + other.seconds);
    }
}

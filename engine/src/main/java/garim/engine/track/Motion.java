package garim.engine.track;

import garim.engine.frame.Box;

/**
 * The place, size and velocity of a target, estimated with an alpha-beta filter on centre and size.
 *
 * @param seconds time of the last sighting
 * @param box smoothed place at that time
 * @param velocityX pixels per second to the right
 * @param velocityY pixels per second downwards
 */
record Motion(double seconds, Box box, double velocityX, double velocityY) {
    /** Share of a surprise that is taken for real movement; high, because detectors err less than people move. */
    private static final double ALPHA = 0.7;

    private static final double BETA = 0.3;

    static Motion startingAt(double seconds, Box box) {
        return new Motion(seconds, box, 0, 0);
    }

    /** Where the target should be at a later time if it moves on as before. */
    Box predict(double atSeconds) {
        double elapsed = atSeconds - seconds;
        return box.shift(velocityX * elapsed, velocityY * elapsed);
    }

    /** The estimate after the target was seen again. */
    Motion update(double atSeconds, Box seen) {
        double elapsed = atSeconds - seconds;
        Box predicted = predict(atSeconds);
        double surpriseX = seen.centerX() - predicted.centerX();
        double surpriseY = seen.centerY() - predicted.centerY();
        return new Motion(
                atSeconds,
                predicted.blend(seen, ALPHA),
                velocityX + BETA * surpriseX / elapsed,
                velocityY + BETA * surpriseY / elapsed);
    }
}

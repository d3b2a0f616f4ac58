package garim.engine.track;

import garim.engine.frame.Box;

/** How well a detection fits the place where a target is expected: 0 when it cannot be the same one, up to 1. */
final class Affinity {
    /** Farthest distance of centres, in mean side lengths; for two looks that follow at once. */
    private static final double REACH = 1.2;

    /** Largest change of size between two sightings. */
    private static final double MAX_SIZE_RATIO = 2.2;

    /** How much farther a target may be for every second since it was seen, in mean side lengths. */
    private static final double REACH_PER_SECOND = 4;

    private static final double LONGEST_SECONDS = 0.4;

    private Affinity() {}

    static double of(Box expected, Box seen, double elapsedSeconds) {
        double expectedSide = Math.sqrt(expected.area());
        double seenSide = Math.sqrt(seen.area());
        double ratio = Math.max(expectedSide, seenSide) / Math.max(1e-6, Math.min(expectedSide, seenSide));
        if (ratio > MAX_SIZE_RATIO) {
            return 0;
        }
        double distance = Math.hypot(expected.centerX() - seen.centerX(), expected.centerY() - seen.centerY());
        double sides = REACH + REACH_PER_SECOND * Math.min(elapsedSeconds, LONGEST_SECONDS);
        double reach = sides * (expectedSide + seenSide) / 2;
        double near = Math.max(0, 1 - distance / reach);
        return near / Math.sqrt(ratio);
    }
}

package garim.cli.evaluate;

/**
 * A covered target is a target box and how much of it the masks cover.
 *
 * @param target what should be masked
 * @param share covered share of the part inside the picture, 0-1
 */
record CoveredTarget(TargetBox target, double share) {}

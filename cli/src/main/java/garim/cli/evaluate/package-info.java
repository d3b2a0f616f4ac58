/** Computes quality figures from ground truth and masked boxes: recall, leaks, false alarms, over-masking. Pure. */
@NullMarked
package garim.cli.evaluate;

import org.jspecify.annotations.NullMarked;

/** Finds targets in one picture: the detector contract, the picture that detectors see, tiling and merging. */
@NullMarked
package garim.engine.detect;

import org.jspecify.annotations.NullMarked;

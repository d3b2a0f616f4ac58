/** Composes a synthetic CCTV scene with exact ground truth from photographs, and draws before/after strips. */
@NullMarked
package garim.cli.scene;

import org.jspecify.annotations.NullMarked;

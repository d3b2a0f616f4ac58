/** Promises of the synthetic scene, kept with generated pictures instead of photographs. */
@NullMarked
package garim.cli.scene;

import org.jspecify.annotations.NullMarked;

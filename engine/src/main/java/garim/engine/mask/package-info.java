/** Covers regions on the planes so that nothing can be read back. */
@NullMarked
package garim.engine.mask;

import org.jspecify.annotations.NullMarked;

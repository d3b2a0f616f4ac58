/** Finds trademarks given by reference pictures: local features propose where, the pixels of the reference decide. */
@NullMarked
package garim.engine.detect.logo;

import org.jspecify.annotations.NullMarked;

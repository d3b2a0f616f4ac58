/** Puts files on the disk so that they are whole under their names at every moment; pure bytes, knows no format. */
@NullMarked
package garim.engine.store;

import org.jspecify.annotations.NullMarked;

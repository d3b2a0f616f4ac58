/** Packs a masked file with what proves it into one file under a password, and opens such files again. */
@NullMarked
package garim.cli.export;

import org.jspecify.annotations.NullMarked;

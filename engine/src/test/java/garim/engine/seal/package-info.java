/** Tests of seals. */
@NullMarked
package garim.engine.seal;

import org.jspecify.annotations.NullMarked;

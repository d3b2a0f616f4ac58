/** Reads and writes mask plans as JSON. */
@NullMarked
package garim.engine.plan;

import org.jspecify.annotations.NullMarked;

@NullMarked
package garim.engine.store;

import org.jspecify.annotations.NullMarked;

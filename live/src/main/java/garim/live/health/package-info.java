/** Tells how the cameras are: figures, health, and a log of what happened. */
@NullMarked
package garim.live.health;

import org.jspecify.annotations.NullMarked;

/** What recordings promise, looked at with a player that is not ours. */
@NullMarked
package garim.live.record;

import org.jspecify.annotations.NullMarked;

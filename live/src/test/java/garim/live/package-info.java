/** What live promises; clips are made by programs that are not ours. */
@NullMarked
package garim.live;

import org.jspecify.annotations.NullMarked;

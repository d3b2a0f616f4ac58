/** Joins cameras, viewers and reports to one running program. */
@NullMarked
package garim.live.station;

import org.jspecify.annotations.NullMarked;

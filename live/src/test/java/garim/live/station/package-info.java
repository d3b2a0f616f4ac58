/** What is promised of a station. */
@NullMarked
package garim.live.station;

import org.jspecify.annotations.NullMarked;

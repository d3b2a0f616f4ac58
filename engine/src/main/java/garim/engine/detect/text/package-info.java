/** Turns the map of a text network into slanted areas, and tells plates from other writing. Pure computation. */
@NullMarked
package garim.engine.detect.text;

import org.jspecify.annotations.NullMarked;

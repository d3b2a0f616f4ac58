/** Reads the configuration of a live program: every fault at once, with its line. */
@NullMarked
package garim.live.config;

import org.jspecify.annotations.NullMarked;

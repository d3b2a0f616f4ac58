/** Keeps what was under masks encrypted, track by track, so that two holders together can lift one of them. No pixels, no video. */
@NullMarked
package garim.engine.seal;

import org.jspecify.annotations.NullMarked;

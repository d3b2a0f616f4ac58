/** Decides for each track and moment: hidden or visible, and why. Pure functions; what nobody decided is hidden. */
@NullMarked
package garim.engine.visibility;

import org.jspecify.annotations.NullMarked;

/** The nouns of the picture: frame, box, target kind, detection, track, mask plan. It does no work on pixels. */
@NullMarked
package garim.engine.frame;

import org.jspecify.annotations.NullMarked;

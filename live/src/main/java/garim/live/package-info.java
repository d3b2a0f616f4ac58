/** Cameras in, masked streams and recordings out; an unmasked frame neither leaves nor touches the disk unsealed. */
@NullMarked
package garim.live;

import org.jspecify.annotations.NullMarked;

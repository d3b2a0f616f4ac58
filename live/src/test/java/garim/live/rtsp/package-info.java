/** What players see of the server, with a player that is not ours. */
@NullMarked
package garim.live.rtsp;

import org.jspecify.annotations.NullMarked;

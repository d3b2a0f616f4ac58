/**
 * Records masked streams in segments that play while they are written and after a crash.
 *
 * <p>{@link garim.live.record.Recorder} is the sink of one camera. A segment is a fragmented MP4 file named by its beginning;
 * the index beside them is made anew out of the files when it is missing or old.
 */
@NullMarked
package garim.live.record;

import org.jspecify.annotations.NullMarked;

/** Runs cameras: reads, masks, codes and hands on, reconnects, and sheds what the machine cannot do. */
@NullMarked
package garim.live.camera;

import org.jspecify.annotations.NullMarked;

/** What recordings and sealed originals have in common: a queue before the disk, files that only grow, a clock one can doubt. */
@NullMarked
package garim.live.store;

import org.jspecify.annotations.NullMarked;

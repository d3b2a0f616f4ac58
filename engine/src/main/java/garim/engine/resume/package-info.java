/** Keeps on the disk what a job has done, so that it goes on after a kill at any moment; pure bytes. */
@NullMarked
package garim.engine.resume;

import org.jspecify.annotations.NullMarked;

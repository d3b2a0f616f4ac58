/** Tests of the whole product from outside: the launcher as a process, its files read by other programs. */
@NullMarked
package garim.e2e;

import org.jspecify.annotations.NullMarked;

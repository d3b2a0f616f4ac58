/** Tests of documents. */
@NullMarked
package garim.paper;

import org.jspecify.annotations.NullMarked;

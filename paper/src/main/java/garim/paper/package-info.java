/** Documents for people: a small model of pages, printed as PDF with an embedded Korean font. Knows nothing of video. */
@NullMarked
package garim.paper;

import org.jspecify.annotations.NullMarked;

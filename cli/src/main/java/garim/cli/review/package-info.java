/** What a reviewer works with: lists and sheets of tracks, edits as people write them, the redaction log. */
@NullMarked
package garim.cli.review;

import org.jspecify.annotations.NullMarked;

/** What operators write into files. */
@NullMarked
package garim.cli.settings;

import org.jspecify.annotations.NullMarked;

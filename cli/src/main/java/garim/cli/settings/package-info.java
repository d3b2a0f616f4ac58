/** Reads what operators write into files: profiles and zones. */
@NullMarked
package garim.cli.settings;

import org.jspecify.annotations.NullMarked;

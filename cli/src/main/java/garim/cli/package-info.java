/** The {@code garim} command: reads options, runs the engine on files, tells people and programs how it went. */
@NullMarked
package garim.cli;

import org.jspecify.annotations.NullMarked;

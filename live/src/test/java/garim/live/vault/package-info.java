/** What the vault promises: who can open what, what a kill or a change does, and what destruction means. */
@NullMarked
package garim.live.vault;

import org.jspecify.annotations.NullMarked;

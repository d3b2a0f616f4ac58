/**
 * Keeps the pictures of cameras as they came, sealed, so that two holders together can see them, and nobody after their day was
 * destroyed.
 *
 * <p>{@link garim.live.vault.Vault} seals while cameras run; it can open nothing, since it has only the public half of the
 * master key. {@link garim.live.vault.VaultArchive} lists, unseals and destroys. No original touches the disk unsealed.
 */
@NullMarked
package garim.live.vault;

import org.jspecify.annotations.NullMarked;

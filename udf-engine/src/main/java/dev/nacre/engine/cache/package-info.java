/**
 * A folder of signed entries on disk: bytes by key, which nobody without the key file can forge, swap or change unnoticed.
 *
 * <p>The nouns: a {@link dev.nacre.engine.cache.SealedFolder} has entries, each signed by a {@link
 * dev.nacre.engine.cache.Seal}, whose secret is in a {@link dev.nacre.engine.cache.KeyFile}. What an entry means is its
 * owner's business. Whatever is wrong with the disk, an entry is then not found or not kept; nothing here throws.
 *
 * <p>The package imports nothing of the engine but its root.
 */
@NullMarked
package dev.nacre.engine.cache;

import org.jspecify.annotations.NullMarked;

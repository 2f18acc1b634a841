/**
 * What a guest may import: WASI 0.2 as far as granted, {@code logger}, and interfaces that the embedding
 * application registers.
 *
 * <p>The nouns: {@link dev.nacre.engine.host.HostInterfaces} (the registry that linking asks),
 * {@link dev.nacre.engine.host.HostInterface}, {@link dev.nacre.engine.host.HostFunction},
 * {@link dev.nacre.engine.host.HostResource}, and {@link dev.nacre.engine.host.HostCall} (what a host function may
 * reach). The package knows nothing of linear memory layouts or of Chicory; it imports the engine's root, its types,
 * the meter, and granted folders.
 */
@NullMarked
package dev.nacre.engine.host;

import org.jspecify.annotations.NullMarked;

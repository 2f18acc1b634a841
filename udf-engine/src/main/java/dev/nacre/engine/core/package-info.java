/**
 * Core modules as bytes: one streaming pass that finds out what they are without running or compiling them.
 *
 * <p>The nouns: {@link dev.nacre.engine.core.CoreModule} (what a pass learned), {@link dev.nacre.engine.core.CoreModuleType}
 * (imports and exports), {@link dev.nacre.engine.core.CoreFunctionType}. The package imports nothing of the engine but
 * its root.
 */
@NullMarked
package dev.nacre.engine.core;

import org.jspecify.annotations.NullMarked;

/**
 * The WIT type algebra: what a component's functions take and give.
 *
 * <p>The nouns: {@link dev.nacre.engine.wit.WitType} (a value type), {@link dev.nacre.engine.wit.FunctionType}, and the
 * types of whole imports and exports. All are immutable values; resource types alone have identity. The package decodes
 * nothing and runs nothing, and imports no other package of the engine but the core types it names.
 */
@NullMarked
package dev.nacre.engine.wit;

import org.jspecify.annotations.NullMarked;

/**
 * Validated components to running ones: what a component needs is looked up and compiled once, what an instance needs is
 * made for each instance.
 *
 * <p>The nouns: {@link dev.nacre.engine.link.ComponentPlan} (a component's definitions as steps; immutable), {@link
 * dev.nacre.engine.link.Instantiation} (one walk along the steps) and {@link dev.nacre.engine.link.ComponentEngines} (where
 * an engine is made). Calls from a core module into the host are bound to that module directly: the shim and fixup modules
 * that toolchains put between, because host functions need a memory that does not exist yet, are recognised by their shape
 * and never compiled. The package imports the engine's root and its packages {@code abi}, {@code binary}, {@code core},
 * {@code host}, {@code runtime}, {@code sandbox}, {@code validate} and {@code wit}; nothing imports it but who makes an engine.
 */
@NullMarked
package dev.nacre.engine.link;

import org.jspecify.annotations.NullMarked;

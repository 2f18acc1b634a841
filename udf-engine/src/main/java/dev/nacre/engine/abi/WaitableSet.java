package dev.nacre.engine.abi;

/**
 * A set of things to wait for (CanonicalABI.md, "Waitable State"). Always empty: what could be in it comes of asynchronous
 * calls, which do not run yet.
 */
final class WaitableSet implements TableEntry {}

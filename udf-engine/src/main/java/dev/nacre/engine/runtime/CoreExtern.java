package dev.nacre.engine.runtime;

/**
 * Something that a core instance imports or exports. Each has identity: an import is the very object that the other side
 * exports.
 */
public sealed interface CoreExtern permits CoreFunction, CoreGlobal, CoreTable, CoreTag, LinearMemory {}

package dev.nacre.engine;

import dev.nacre.engine.wit.FunctionType;

/**
 * The name and type of an exported function.
 *
 * @param name {@code func} at the top level of the world, {@code namespace:package/interface@version#func} inside an
 *     interface
 * @param type in WIT
 */
public record ExportedFunctionType(String name, FunctionType type) {}

package dev.nacre.engine.wit;

import org.jspecify.annotations.Nullable;

/**
 * The Java form of a variant.
 *
 * @param name the case
 * @param payload null for a case without one
 */
public record VariantValue(String name, @Nullable Object payload) {}

package dev.nacre.engine.core;

import java.util.OptionalLong;

/**
 * The limits of a memory (in pages of 64 KiB) or a table (in elements).
 *
 * @param minimum what an instance starts with
 * @param maximum empty when not declared
 */
public record CoreLimits(long minimum, OptionalLong maximum) {}

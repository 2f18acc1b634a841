package dev.nacre.engine.binary;

/**
 * A declaration and where it was found.
 *
 * @param offset of its first byte in the whole component
 */
public record Located(int offset, Declaration declaration) {}

package dev.nacre.engine.wit;

/**
 * A named import or export.
 *
 * @param name a plain name ({@code handle-data}, {@code [method]file.read}) or an interface name
 *     ({@code wasi:io/streams@0.2.0})
 */
public record NamedExtern(String name, ExternType type) {}

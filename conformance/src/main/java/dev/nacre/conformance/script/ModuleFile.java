package dev.nacre.conformance.script;

import java.util.Optional;

/**
 * The component of a command.
 *
 * @param binary the name of the file with its binary; empty when the script has it as text only
 * @param kind {@code component} or {@code module} where the script says so
 */
public record ModuleFile(Optional<String> binary, Optional<String> kind) {}

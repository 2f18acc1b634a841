package dev.nacre.conformance.script;

import java.util.List;

/**
 * A script.
 *
 * @param commands in order
 * @param files the binaries that they name
 */
public record Script(List<Command> commands, ScriptFolder files) {
    public Script {
        commands = List.copyOf(commands);
    }
}

package dev.nacre.conformance.script;

import java.util.Arrays;
import java.util.Optional;

/** Where a component is refused, in the order in which it goes through them. */
public enum Phase {
    /** The bytes do not decode. */
    MALFORMED("assert_malformed"),
    /** They decode, but do not validate. */
    INVALID("assert_invalid"),
    /** An import is missing or of another type. */
    UNLINKABLE("assert_unlinkable"),
    /** A core start function or segment traps. */
    UNINSTANTIABLE("assert_uninstantiable");

    private final String command;

    Phase(String command) {
        this.command = command;
    }

    /** Returns the type of command that asks for it. */
    public String command() {
        return command;
    }

    static Optional<Phase> of(String command) {
        return Arrays.stream(values())
                .filter(phase -> phase.command.equals(command))
                .findFirst();
    }
}

package dev.nacre.conformance.script;

import java.util.List;
import java.util.Optional;

/**
 * What a command does to an instance.
 *
 * @param type {@code invoke}, or another word that components do not know
 * @param instance its name; the current one when empty
 * @param field the exported function
 * @param arguments in order
 */
public record Action(String type, Optional<String> instance, String field, List<Value> arguments) {
    /** The type of a call. */
    public static final String INVOKE = "invoke";

    public Action {
        arguments = List.copyOf(arguments);
    }
}

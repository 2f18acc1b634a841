package dev.nacre.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a guest is told as if it had been started from a command line.
 *
 * @param environment variables by name, in the order the guest sees
 * @param arguments the first is the program's name, as C has it
 */
public record CommandLineGrant(Map<String, String> environment, List<String> arguments) {
    /** Nothing. */
    static final CommandLineGrant NONE = new CommandLineGrant(Map.of(), List.of());

    /**
     * Takes the parts.
     *
     * @throws EngineException with {@link ErrorCode#BAD_SETTING} for a name or a value that no program could read
     */
    public CommandLineGrant {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        arguments = List.copyOf(arguments);
        environment.forEach(CommandLineGrant::check);
        for (String argument : arguments) {
            if (hasNul(argument)) {
                throw Grants.refused("granted argument: expected text, found a NUL in it; leave it out");
            }
        }
    }

    private static void check(String name, String value) {
        if (name.isEmpty() || name.indexOf('=') >= 0 || hasNul(name) || hasNul(value)) {
            throw Grants.refused("granted environment variable '" + name.replace('\0', ' ')
                    + "': expected a name without '=' and a value without NUL; correct it");
        }
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}

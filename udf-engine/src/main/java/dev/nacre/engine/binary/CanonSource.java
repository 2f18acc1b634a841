package dev.nacre.engine.binary;

import dev.nacre.engine.core.CoreValueType;
import java.util.List;
import java.util.Optional;

/** A canonical definition as written. */
public sealed interface CanonSource {
    /** A component function made of a core function. */
    record Lift(int coreFunction, List<CanonOption> options, int type) implements CanonSource {
        public Lift {
            options = List.copyOf(options);
        }
    }

    /** A core function made of a component function. */
    record Lower(int function, List<CanonOption> options) implements CanonSource {
        public Lower {
            options = List.copyOf(options);
        }
    }

    /** The core function {@code resource.new}. */
    record ResourceNew(int type) implements CanonSource {}

    /** The core function {@code resource.drop}. */
    record ResourceDrop(int type) implements CanonSource {}

    /** The core function {@code resource.rep}. */
    record ResourceRep(int type) implements CanonSource {}

    /** A built-in without operands, or with the bare mark {@code async}. */
    record Plain(BuiltIn builtIn, boolean async) implements CanonSource {}

    /** A built-in over a stream or future type. */
    record OverType(BuiltIn builtIn, int type, List<CanonOption> options, boolean async) implements CanonSource {
        public OverType {
            options = List.copyOf(options);
        }
    }

    /** A built-in that writes to a core memory. */
    record OverMemory(BuiltIn builtIn, int memory) implements CanonSource {}

    /** A built-in that calls core functions of a type out of a core table. */
    record OverTable(BuiltIn builtIn, int type, int table) implements CanonSource {}

    /** The built-in {@code task.return}. */
    record TaskReturn(Optional<TypeUse> result, List<CanonOption> options) implements CanonSource {
        public TaskReturn {
            options = List.copyOf(options);
        }
    }

    /** The built-ins {@code context.get} and {@code context.set}. */
    record Context(BuiltIn builtIn, CoreValueType type, int slot) implements CanonSource {}
}

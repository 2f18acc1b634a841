package dev.nacre.engine.host;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.FunctionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The interfaces that guests may import, asked when a component is linked. Immutable.
 *
 * @param interfaces asked in order; the first that answers to a name provides it
 */
public record HostInterfaces(List<HostInterface> interfaces) {
    public HostInterfaces {
        interfaces = List.copyOf(interfaces);
    }

    /** Returns what every guest gets: {@code logger} of any package, and WASI 0.2 with everything denied. */
    public static HostInterfaces standard() {
        List<HostInterface> interfaces = new ArrayList<>(Wasi.denied());
        interfaces.add(Logger.anyPackage());
        return new HostInterfaces(interfaces);
    }

    /** Returns these interfaces and one more, which is asked first. */
    public HostInterfaces with(HostInterface first) {
        List<HostInterface> all = new ArrayList<>(List.of(first));
        all.addAll(interfaces);
        return new HostInterfaces(all);
    }

    /**
     * Finds the interface that an import names.
     *
     * @param importName as the component has it, for example {@code wasi:cli/environment@0.2.3}
     */
    public Optional<HostInterface> find(String importName) {
        int at = importName.indexOf('@');
        String name = at < 0 ? importName : importName.substring(0, at);
        String version = at < 0 ? "" : importName.substring(at + 1);
        return interfaces.stream()
                .filter(candidate -> candidate.provides(name, version))
                .findFirst();
    }

    /**
     * Finds an imported function.
     *
     * @param importName the interface as the component imports it
     * @param function the function's name in it
     * @param declared the type that the component gives it
     * @param resources what the resource types in {@code declared} stand for
     * @throws EngineException with {@link ErrorCode#UNKNOWN_IMPORT} or {@link ErrorCode#IMPORT_MISMATCH}
     */
    public HostFunction function(String importName, String function, FunctionType declared, ResourceNames resources) {
        return find(importName)
                .flatMap(found -> found.function(function, declared, resources))
                .orElseThrow(() -> unknown("function '" + function + "' of interface '" + importName + "'"));
    }

    /**
     * Finds an imported resource type.
     *
     * @param importName the interface as the component imports it
     * @param resource the resource's name in it
     * @throws EngineException with {@link ErrorCode#UNKNOWN_IMPORT}
     */
    public HostResource resource(String importName, String resource) {
        return find(importName)
                .flatMap(found -> found.resource(resource))
                .orElseThrow(() -> unknown("resource '" + resource + "' of interface '" + importName + "'"));
    }

    private static EngineException unknown(String what) {
        return new EngineException(
                ErrorCode.UNKNOWN_IMPORT,
                "the component imports " + what
                        + ", which nobody provides; build it without this import, or register a host interface for it");
    }
}

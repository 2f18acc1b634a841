package dev.nacre.engine.host;

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

    /** Returns what every guest gets: {@code logger} of any package, and WASI 0.2, in which an instance has what it was
     * {@link dev.nacre.engine.Grants granted}. */
    public static HostInterfaces standard() {
        List<HostInterface> interfaces = new ArrayList<>(Wasi.interfaces());
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

    /** Returns what worlds may import outside of any interface: what all interfaces of the empty name have together. */
    public HostInterface topLevel() {
        return new MergedInterface(interfaces.stream()
                .filter(candidate -> candidate.provides("", ""))
                .toList());
    }
}

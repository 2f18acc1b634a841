package dev.nacre.engine.host;

import dev.nacre.engine.wit.FunctionType;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the engine provides to every guest, and a note of each function that was called. */
final class CallRecorder {
    private final Set<String> called = new TreeSet<>();

    /** Returns the interfaces, whose calls are noted. */
    HostInterfaces interfaces() {
        return new HostInterfaces(HostInterfaces.standard().interfaces().stream()
                .<HostInterface>map(Recording::new)
                .toList());
    }

    /** Returns what was called since it was asked before: interface without version, {@code #}, function. */
    Set<String> takeCalled() {
        Set<String> taken = new TreeSet<>(called);
        called.clear();
        return taken;
    }

    private final class Recording implements HostInterface {
        private final HostInterface provided;
        /** The name it is imported by: interfaces of WASI have one. */
        private String name = "";

        Recording(HostInterface provided) {
            this.provided = provided;
        }

        @Override
        public boolean provides(String importName, String version) {
            boolean provides = provided.provides(importName, version);
            if (provides) {
                name = importName;
            }
            return provides;
        }

        @Override
        public Optional<HostResource> resource(String resource) {
            return provided.resource(resource);
        }

        @Override
        public Optional<HostFunction> function(String function, FunctionType declared, ResourceNames resources) {
            String noted = name + "#" + function;
            return provided.function(function, declared, resources).map(real -> (call, arguments) -> {
                called.add(noted);
                return real.call(call, arguments);
            });
        }
    }
}

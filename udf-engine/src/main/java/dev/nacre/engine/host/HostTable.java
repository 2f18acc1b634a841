package dev.nacre.engine.host;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ResourceType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * An interface whose functions are listed one by one, each with its type in WIT.
 *
 * <p>The types are written as text, because a component brings the declaration of every type it imports: there is nothing
 * to build from the text, it only has to equal the component's type when that is written the same way. Named types are
 * written out, parameters have no names (a host function does not see them), and a resource has the name it has in this
 * table: {@code func(list<record { x: f64, y: f64 }>, borrow<desk>) -> result<u32, string>}.
 *
 * {@snippet :
 * HostInterface clock = HostTable.named("acme:time/clock")
 *         .function("now", "func() -> u64", (call, arguments) -> 7L)
 *         .build();
 * }
 */
public final class HostTable implements HostInterface {
    private final BiPredicate<String, String> names;
    private final Map<String, HostResource> resources;
    private final Map<String, Entry> functions;
    private final Map<String, HostInterface> instances;
    private final Map<String, HostModule> modules;
    private final Map<String, CompiledComponent> components;

    private HostTable(Builder builder) {
        names = builder.names;
        resources = Map.copyOf(builder.resources);
        functions = Map.copyOf(builder.functions);
        instances = Map.copyOf(builder.instances);
        modules = Map.copyOf(builder.modules);
        components = Map.copyOf(builder.components);
    }

    private record Entry(String type, HostFunction function) {}

    /** Begins an interface with this name, of any version. */
    public static Builder named(String name) {
        requireNonNull(name, "name is null");
        return new Builder((importName, version) -> importName.equals(name));
    }

    /** Begins a list of what worlds import outside of any interface. */
    public static Builder topLevel() {
        return named("");
    }

    /**
     * Begins an interface with any name that is accepted.
     *
     * @param names says yes or no to a name without version and its version, which may be empty
     */
    public static Builder matching(BiPredicate<String, String> names) {
        return new Builder(requireNonNull(names, "names is null"));
    }

    @Override
    public boolean provides(String name, String version) {
        return names.test(name, version);
    }

    @Override
    public Optional<HostResource> resource(String resource) {
        return Optional.ofNullable(resources.get(resource));
    }

    @Override
    public Optional<HostInterface> instance(String instance) {
        return Optional.ofNullable(instances.get(instance));
    }

    @Override
    public Optional<HostModule> module(String module) {
        return Optional.ofNullable(modules.get(module));
    }

    @Override
    public Optional<CompiledComponent> component(String component) {
        return Optional.ofNullable(components.get(component));
    }

    @Override
    public Optional<HostFunction> function(String function, FunctionType declared, ResourceNames bound) {
        Entry entry = functions.get(function);
        if (entry == null) {
            return Optional.empty();
        }
        if (!SignatureText.of(
                        declared, type -> nameOf(type, bound), entry.type().length() + 1)
                .equals(entry.type())) {
            throw mismatch(function, entry.type(), declared, bound);
        }
        return Optional.of(entry.function());
    }

    /** Returns the name that a resource has in this table; any other text fits no function of the table. */
    private String nameOf(ResourceType type, ResourceNames bound) {
        HostResource resource = bound.of(type).orElse(null);
        return resources.entrySet().stream()
                .filter(entry -> entry.getValue() == resource)
                .map(Map.Entry::getKey)
                .min(String::compareTo)
                .orElse("another resource");
    }

    private EngineException mismatch(String function, String expected, FunctionType declared, ResourceNames bound) {
        return new EngineException(
                ErrorCode.IMPORT_MISMATCH,
                "imported function '" + function + "': expected " + expected + ", the component declares "
                        + SignatureText.of(declared, type -> nameOf(type, bound), 300)
                        + "; build the component against the host's interface");
    }

    /** Collects what is in an interface; a name that is added again replaces what it had. Mutable, used by one thread. */
    public static final class Builder {
        private final BiPredicate<String, String> names;
        private final Map<String, HostResource> resources = new LinkedHashMap<>();
        private final Map<String, Entry> functions = new LinkedHashMap<>();
        private final Map<String, HostInterface> instances = new LinkedHashMap<>();
        private final Map<String, HostModule> modules = new LinkedHashMap<>();
        private final Map<String, CompiledComponent> components = new LinkedHashMap<>();

        private Builder(BiPredicate<String, String> names) {
            this.names = names;
        }

        /**
         * Adds a resource that the interface defines, or uses of another interface. Names that mean the same resource share one
         * object.
         *
         * @param name in kebab case
         */
        public Builder resource(String name, HostResource resource) {
            resources.put(requireNonNull(name, "name is null"), requireNonNull(resource, "resource is null"));
            return this;
        }

        /**
         * Adds a function.
         *
         * @param name as imported, for example {@code [method]output-stream.write}
         * @param type for example {@code func(borrow<output-stream>, list<u8>) -> result}; compared when a component is linked
         * @param function called by all instances, each on its thread
         */
        public Builder function(String name, String type, HostFunction function) {
            functions.put(
                    requireNonNull(name, "name is null"),
                    new Entry(requireNonNull(type, "type is null"), requireNonNull(function, "function is null")));
            return this;
        }

        /** Adds an interface inside this one; its own name is not asked. */
        public Builder instance(String name, HostInterface instance) {
            instances.put(requireNonNull(name, "name is null"), requireNonNull(instance, "instance is null"));
            return this;
        }

        /** Adds a core module: of {@link dev.nacre.engine.ComponentEngine#coreModule} or of an instance. */
        public Builder module(String name, HostModule module) {
            modules.put(requireNonNull(name, "name is null"), requireNonNull(module, "module is null"));
            return this;
        }

        /** Adds a component, for the importing one to instantiate with imports of its choice. */
        public Builder component(String name, CompiledComponent component) {
            components.put(requireNonNull(name, "name is null"), requireNonNull(component, "component is null"));
            return this;
        }

        /** Returns the interface, which later additions do not change. */
        public HostTable build() {
            return new HostTable(this);
        }
    }
}

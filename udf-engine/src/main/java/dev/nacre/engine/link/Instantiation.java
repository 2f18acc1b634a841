package dev.nacre.engine.link;

import dev.nacre.engine.abi.InstanceState;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.runtime.CoreFunction;
import dev.nacre.engine.runtime.HostEntry;
import dev.nacre.engine.runtime.LinearMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a component being made: its index spaces as far as they are filled. Mutable, used by one thread; kept after
 * that only for nested components that refer outwards.
 */
final class Instantiation {
    private static final Sort[] SORTS = Sort.values();

    private final Session session;
    private final InstanceState state;
    private final @Nullable Instantiation outer;
    private final Items imports;
    private final Map<String, Object> exports = new HashMap<>();
    private final List<List<Object>> spaces = new ArrayList<>(SORTS.length);
    private final Map<Integer, HostEntry> hostEntries = new HashMap<>();

    /**
     * @param parent the instance that makes this one, null for one made by the host
     * @param outer what the component's text stands in, null for the outermost
     */
    Instantiation(Session session, @Nullable InstanceState parent, @Nullable Instantiation outer, Items imports) {
        this.session = session;
        this.state = new InstanceState(session.store(), parent);
        this.outer = outer;
        this.imports = imports;
        for (int i = 0; i < SORTS.length; i++) {
            spaces.add(new ArrayList<>());
        }
    }

    /** Makes an instance of a component and returns what it exports. */
    static Items of(
            ComponentPlan plan,
            Session session,
            @Nullable InstanceState parent,
            @Nullable Instantiation outer,
            Items imports) {
        Instantiation scope = new Instantiation(session, parent, outer, imports);
        plan.run(scope);
        return new Items(scope.exports);
    }

    Session session() {
        return session;
    }

    InstanceState state() {
        return state;
    }

    Items imports() {
        return imports;
    }

    void append(Sort sort, Object item) {
        spaces.get(sort.ordinal()).add(item);
    }

    Object item(Sort sort, int index) {
        return spaces.get(sort.ordinal()).get(index);
    }

    /** Returns an item of a component that this one stands in; 0 levels out is this one. */
    Object outerItem(int levels, Sort sort, int index) {
        Instantiation scope = this;
        for (int i = 0; i < levels && scope.outer != null; i++) {
            scope = scope.outer;
        }
        return scope.item(sort, index);
    }

    CoreFunction coreFunction(int index) {
        return (CoreFunction) item(Sort.CORE_FUNCTION, index);
    }

    @Nullable
    CoreFunction coreFunction(OptionalInt index) {
        return index.isPresent() ? coreFunction(index.getAsInt()) : null;
    }

    @Nullable
    LinearMemory memory(OptionalInt index) {
        return index.isPresent() ? (LinearMemory) item(Sort.CORE_MEMORY, index.getAsInt()) : null;
    }

    void export(String name, Object item) {
        exports.put(name, item);
    }

    /** Makes a core function of the host, and keeps its entry for modules that reach it through a shim. */
    CoreFunction hostFunction(CoreFunctionType type, HostEntry entry) {
        hostEntries.put(spaces.get(Sort.CORE_FUNCTION.ordinal()).size(), entry);
        return CoreFunction.host(type, entry);
    }

    /** Returns what calls a core function: the entry itself where {@link #hostFunction} made it. */
    HostEntry entry(int coreFunction) {
        HostEntry entry = hostEntries.get(coreFunction);
        return entry != null ? entry : coreFunction(coreFunction)::invoke;
    }
}

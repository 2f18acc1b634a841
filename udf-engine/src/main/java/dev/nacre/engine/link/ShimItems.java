package dev.nacre.engine.link;

import dev.nacre.engine.runtime.CoreFunction;
import java.util.HashMap;
import java.util.Map;

/** Stands for a shim that is left out: gives host functions that are bound when the fixup would run. Mutable until then. */
final class ShimItems implements CoreItems {
    private final DirectBindings.Binding binding;
    private final Map<String, CoreFunction> functions = new HashMap<>();
    private final Map<Integer, LateEntry> slots = new HashMap<>();

    ShimItems(DirectBindings.Binding binding) {
        this.binding = binding;
        binding.shape().functions().forEach((name, forward) -> {
            LateEntry entry = slots.computeIfAbsent(forward.slot(), slot -> new LateEntry());
            functions.put(name, CoreFunction.host(forward.type(), entry));
        });
    }

    /** Returns a function; the table, which nobody looks at, is this object itself. */
    @Override
    public Object get(String name) {
        CoreFunction function = functions.get(name);
        return function == null ? this : function;
    }

    /** Does what the fixup would do. */
    void fixUp(Instantiation scope) {
        binding.targets().forEach((slot, function) -> {
            LateEntry entry = slots.get(slot);
            if (entry != null) {
                entry.bind(scope.entry(function));
            }
        });
    }
}

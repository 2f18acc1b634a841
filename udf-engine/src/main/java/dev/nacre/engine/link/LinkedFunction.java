package dev.nacre.engine.link;

import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.abi.ComponentFunction;
import dev.nacre.engine.abi.LiftedFunction;
import dev.nacre.engine.wit.FunctionType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exported function of an instance. */
final class LinkedFunction implements ExportedFunction {
    private final LinkedInstance instance;
    private final ExportedFunctionType exported;
    private final ComponentFunction function;

    LinkedFunction(LinkedInstance instance, ExportedFunctionType exported, ComponentFunction function) {
        this.instance = instance;
        this.exported = exported;
        this.function = function;
    }

    @Override
    public String name() {
        return exported.name();
    }

    @Override
    public FunctionType type() {
        return exported.type();
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        return instance.call(function, arguments);
    }

    @Override
    public <T> T as(Class<T> functionalInterface) {
        Optional<T> ofNumbers = function instanceof LiftedFunction lifted
                ? lifted.typed(
                        instance.gatedHandles(),
                        functionalInterface,
                        new TypedGate(instance.session().store(), lifted))
                : Optional.empty();
        return ofNumbers.orElseGet(() -> ValueHandle.make(this, functionalInterface));
    }
}

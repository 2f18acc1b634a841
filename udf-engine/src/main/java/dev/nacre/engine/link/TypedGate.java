package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.abi.LiftedFunction;
import dev.nacre.engine.runtime.CallGate;

/** The way into one exported function of one instance. The meter is the core function's own business. */
final class TypedGate implements CallGate {
    private final LinkedInstance instance;
    private final LiftedFunction function;

    TypedGate(LinkedInstance instance, LiftedFunction function) {
        this.instance = instance;
        this.function = function;
    }

    @Override
    public void enter() {
        function.enter();
        instance.enter();
    }

    @Override
    public void exit() {
        function.exit();
        instance.exit();
    }

    @Override
    public EngineException failed(Throwable thrown) {
        EngineException exception = instance.fail(thrown);
        instance.exit();
        return exception;
    }
}

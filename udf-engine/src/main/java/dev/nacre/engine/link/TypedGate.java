package dev.nacre.engine.link;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.abi.LiftedFunction;
import dev.nacre.engine.abi.Store;
import dev.nacre.engine.runtime.CallGate;
import dev.nacre.engine.runtime.StackProbe;

/** The way into one exported function of one instance. The meter is the core function's own business. */
final class TypedGate implements CallGate {
    private final Store store;
    private final LiftedFunction function;

    TypedGate(Store store, LiftedFunction function) {
        this.store = store;
        this.function = function;
    }

    @Override
    public void enter() {
        StackProbe.checkEntry();
        function.enter();
        store.beginHostCall();
    }

    @Override
    public void exit() {
        function.exit();
        store.endHostCall();
    }

    @Override
    public EngineException failed(Throwable thrown) {
        return store.failHostCall(thrown);
    }
}

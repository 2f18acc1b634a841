package dev.nacre.functions;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ExportedFunction;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.functions.mapping.ScalarMarshaller;
import dev.nacre.functions.mapping.SignatureMapping;
import org.jspecify.annotations.Nullable;

/** Calls one scalar function of a guest, in the scope's instance of its component. */
final class GuestScalarCall implements ScalarCall {
    private final String subject;
    private final FunctionDefinition function;
    private final Component component;
    private final EngineQueryScope scope;
    private final ScalarMarshaller marshaller;
    private @Nullable ComponentInstance instance;
    private @Nullable ExportedFunction export;

    GuestScalarCall(String subject, FunctionDefinition function, Component component, EngineQueryScope scope) {
        this.subject = subject;
        this.function = function;
        this.component = component;
        this.scope = scope;
        ExportedFunctionType type = component
                .function(function.export())
                .orElseThrow(() -> new FunctionException(
                        FunctionErrorCode.BAD_DEFINITION,
                        subject + ": expected export '" + function.export()
                                + "', found none of that name; create it again"));
        this.marshaller = SignatureMapping.marshaller(
                subject, type.type(), function.signature(), function.nullHandling(), function.nullOnError());
    }

    @Override
    public @Nullable Object call(@Nullable Object... arguments) {
        if (marshaller.isNullWithoutCall(arguments)) {
            return null;
        }
        Object[] lowered = marshaller.toGuest(arguments);
        Object result;
        try {
            result = export().call(lowered);
        } catch (EngineException failure) {
            throw FunctionException.of(subject, failure);
        }
        return marshaller.toSql(result);
    }

    private ExportedFunction export() {
        ExportedFunction bound = export;
        if (bound == null || instance == null || !instance.isOpen()) {
            instance = scope.instantiate(component);
            bound = instance.function(function.export());
            export = bound;
        }
        return bound;
    }
}

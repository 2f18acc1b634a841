package dev.nacre.calcite.algebra;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import java.util.List;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.h2.value.TypeInfo;

/** A call of one version of a WebAssembly function. */
public final class WasmOperator extends SqlFunction {
    private final FunctionDefinition function;
    private final transient List<TypeInfo> parameterTypes;

    /**
     * Makes the operator of a function.
     *
     * @param parameterTypes H2's form of the parameters' types
     */
    public WasmOperator(FunctionDefinition function, List<TypeInfo> parameterTypes) {
        super(
                "WASM[" + function.name() + " version " + function.version() + ", " + mode(function) + "]",
                SqlKind.OTHER_FUNCTION,
                null,
                null,
                null,
                SqlFunctionCategory.USER_DEFINED_FUNCTION);
        this.function = function;
        this.parameterTypes = List.copyOf(parameterTypes);
    }

    private static String mode(FunctionDefinition function) {
        return function.kind() == FunctionKind.VECTORIZED ? "batch mode" : "row mode";
    }

    /** Returns whether the function takes many rows at once. */
    public boolean isVectorized() {
        return function.kind() == FunctionKind.VECTORIZED;
    }

    /** Returns H2's form of the parameters' types. */
    public List<TypeInfo> parameterTypes() {
        return parameterTypes;
    }

    /** Returns the function. */
    public FunctionDefinition function() {
        return function;
    }

    @Override
    public boolean isDeterministic() {
        return function.deterministic();
    }
}

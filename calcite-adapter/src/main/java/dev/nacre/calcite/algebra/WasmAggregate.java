package dev.nacre.calcite.algebra;

import dev.nacre.functions.FunctionDefinition;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.util.Optionality;
import org.h2.value.TypeInfo;

/** A call of one version of a WebAssembly aggregate. Its arguments are those of a row; the constants come with it. */
public final class WasmAggregate extends SqlAggFunction {
    private final FunctionDefinition function;
    private final transient RelDataType type;
    private final transient List<TypeInfo> parameterTypes;
    private final transient List<RexNode> constants;
    private final boolean filtered;

    /**
     * Makes the operator of an aggregate.
     *
     * @param type of the result
     * @param parameterTypes H2's form of the parameters' types, those of the constants last
     * @param way how the guest's resource is used, for EXPLAIN
     * @param constants expressions without columns
     * @param filtered whether the last argument is a condition that a row has to meet to be counted
     */
    public WasmAggregate(
            FunctionDefinition function,
            String way,
            RelDataType type,
            List<TypeInfo> parameterTypes,
            List<RexNode> constants,
            boolean filtered) {
        super(
                "WASM[" + function.name() + " version " + function.version() + ", " + way
                        + (constants.isEmpty() ? "" : " with " + constants) + "]" + (filtered ? " FILTER" : ""),
                null,
                SqlKind.OTHER_FUNCTION,
                ReturnTypes.explicit(type),
                null,
                null,
                SqlFunctionCategory.USER_DEFINED_FUNCTION,
                false,
                false,
                Optionality.FORBIDDEN);
        this.function = function;
        this.type = type;
        this.parameterTypes = List.copyOf(parameterTypes);
        this.constants = List.copyOf(constants);
        this.filtered = filtered;
    }

    /** Returns the function. */
    public FunctionDefinition function() {
        return function;
    }

    /** Returns the type of the result. */
    public RelDataType type() {
        return type;
    }

    /** Returns H2's form of the parameters' types, those of the constants last. */
    public List<TypeInfo> parameterTypes() {
        return parameterTypes;
    }

    /** Returns the values of the last parameters, as expressions without columns. */
    public List<RexNode> constants() {
        return constants;
    }

    /** Returns whether the last argument is a condition. */
    public boolean filtered() {
        return filtered;
    }
}

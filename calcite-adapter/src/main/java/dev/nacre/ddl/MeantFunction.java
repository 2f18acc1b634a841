package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.DamagedFunction;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.WrittenTypes;
import dev.nacre.sql.ddl.RoutineKind;
import dev.nacre.sql.ddl.TypeExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one function that a statement means by its name and, where there are several, its parameters' types.
 *
 * @param action the words before the kind, for messages, as DROP
 */
record MeantFunction(
        String action,
        RoutineKind kind,
        FunctionName name,
        @Nullable List<SqlType> types) {
    MeantFunction {
        types = types == null ? null : List.copyOf(types);
    }

    /** @param written null where the statement has no list of types */
    static MeantFunction of(
            String action, RoutineKind kind, FunctionName name, @Nullable List<TypeExpression> written) {
        return new MeantFunction(
                action,
                kind,
                name,
                written == null ? null : written.stream().map(WrittenTypes::of).toList());
    }

    /**
     * Returns the function, if there is one.
     *
     * @throws SqlLayerException when there are several, and for one of another kind, also where a missing one would be no
     *     mistake: H2 does so for a view that is a table
     */
    Found find(FunctionCatalog catalog) {
        List<FunctionDefinition> candidates = ofKind(catalog.readable(name)).stream()
                .filter(function -> isMeant(function.signature().parameterTypes()))
                .toList();
        List<DamagedFunction> damaged = catalog.damaged(name).stream()
                .filter(function -> function.parameterTypes().map(this::isMeant).orElse(types == null))
                .toList();
        int count = candidates.size() + damaged.size();
        if (count > 1) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.AMBIGUOUS_OVERLOAD,
                    "function '" + name + "': expected the types of the one that is meant, because there are " + count
                            + ": "
                            + Listing.functions(candidates, damaged));
        }
        return new Found(candidates, damaged);
    }

    /**
     * What was found, one at most.
     *
     * @param damaged whose definition cannot be read
     */
    record Found(List<FunctionDefinition> readable, List<DamagedFunction> damaged) {
        Found {
            readable = List.copyOf(readable);
            damaged = List.copyOf(damaged);
        }

        boolean isNone() {
            return readable.isEmpty() && damaged.isEmpty();
        }
    }

    private boolean isMeant(List<SqlType> parameterTypes) {
        return types == null || Overloads.sameTypes(parameterTypes, types);
    }

    private List<FunctionDefinition> ofKind(List<FunctionDefinition> overloads) {
        List<FunctionDefinition> found = overloads.stream()
                .filter(function -> CreateText.kind(function) == kind)
                .toList();
        if (found.isEmpty() && !overloads.isEmpty()) {
            FunctionDefinition other = overloads.get(0);
            throw new SqlLayerException(
                    SqlLayerErrorCode.NO_SUCH_FUNCTION,
                    "function '" + name + "': " + action + " " + kind.words() + " found " + OneKind.found(other)
                            + "; write " + action + " " + CreateText.kind(other).words() + " " + name);
        }
        return found;
    }
}

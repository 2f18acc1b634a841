package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.Conversions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.TypeInfo;

/** Chooses the overload whose parameters are closest to the arguments' types. */
final class Overloads {
    private final SqlTypes sqlTypes;

    Overloads(SqlTypes sqlTypes) {
        this.sqlTypes = sqlTypes;
    }

    FunctionDefinition choose(SqlNode call, List<FunctionDefinition> overloads, RexNode... arguments)
            throws SQLException {
        List<FunctionDefinition> best = new ArrayList<>();
        int lowest = Conversions.IMPOSSIBLE;
        for (FunctionDefinition overload : overloads) {
            int cost = cost(overload, arguments);
            if (cost < lowest) {
                lowest = cost;
                best.clear();
            }
            if (cost == lowest && cost < Conversions.IMPOSSIBLE) {
                best.add(overload);
            }
        }
        if (best.isEmpty()) {
            throw Refusals.noOverload(call, overloads, describe(arguments));
        }
        if (best.size() > 1) {
            throw Refusals.ambiguous(call, best, describe(arguments));
        }
        return best.get(0);
    }

    private int cost(FunctionDefinition overload, RexNode... arguments) throws SQLException {
        List<SqlType> parameters = overload.signature().parameterTypes();
        if (parameters.size() != arguments.length) {
            return Conversions.IMPOSSIBLE;
        }
        int cost = 0;
        for (int index = 0; index < arguments.length; index++) {
            TypeInfo argument = H2Type.info(arguments[index].getType());
            cost += Conversions.cost(argument, sqlTypes.of(parameters.get(index)));
        }
        return Math.min(cost, Conversions.IMPOSSIBLE);
    }

    private static String describe(RexNode... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument.getType().toString())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}

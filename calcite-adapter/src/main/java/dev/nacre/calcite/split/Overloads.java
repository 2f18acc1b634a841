package dev.nacre.calcite.split;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.Conversions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;

/** Chooses the overload whose parameters are closest to the arguments' types. */
final class Overloads {
    private final SqlTypes sqlTypes;

    Overloads(SqlTypes sqlTypes) {
        this.sqlTypes = sqlTypes;
    }

    FunctionDefinition choose(SqlNode call, List<FunctionDefinition> overloads, RexNode... arguments)
            throws SQLException {
        return choose(call, overloads, Argument.of(arguments));
    }

    FunctionDefinition choose(SqlNode call, List<FunctionDefinition> overloads, List<Argument> arguments)
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

    private int cost(FunctionDefinition overload, List<Argument> arguments) throws SQLException {
        List<SqlType> parameters = overload.signature().parameterTypes();
        if (parameters.size() != arguments.size()) {
            return Conversions.IMPOSSIBLE;
        }
        int cost = 0;
        for (int index = 0; index < arguments.size(); index++) {
            cost = Math.min(Conversions.IMPOSSIBLE, cost + arguments.get(index).cost(parameters.get(index), sqlTypes));
        }
        return cost;
    }

    private static String describe(List<Argument> arguments) {
        return arguments.stream().map(Argument::text).collect(Collectors.joining(", ", "(", ")"));
    }
}

package dev.nacre.calcite.split;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.Conversions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.calcite.rex.RexNode;
import org.h2.value.TypeInfo;

/** What a call passes for one parameter, as far as it decides which overload is meant. */
sealed interface Argument {
    /** Returns the arguments that expressions are. */
    static List<Argument> of(RexNode... expressions) {
        return Arrays.stream(expressions)
                .<Argument>map(expression -> new Single(H2Type.info(expression.getType())))
                .toList();
    }

    /** Returns how far it is from a parameter, {@link Conversions#IMPOSSIBLE} where it cannot be passed. */
    int cost(SqlType parameter, SqlTypes sqlTypes) throws SQLException;

    /** Returns it in words. */
    String text();

    /** A value. */
    record Single(TypeInfo type) implements Argument {
        @Override
        public int cost(SqlType parameter, SqlTypes sqlTypes) throws SQLException {
            return parameter instanceof SqlType.Table
                    ? Conversions.IMPOSSIBLE
                    : Conversions.cost(type, sqlTypes.of(parameter));
        }

        @Override
        public String text() {
            return type.getSQL(new StringBuilder(), 0).toString();
        }
    }

    /**
     * The rows of a query.
     *
     * @param names of its columns
     * @param types of its columns
     * @param keys the columns that PARTITION BY or ORDER BY names; behind those of the parameter there may be more of them
     */
    record Table(List<String> names, List<TypeInfo> types, Set<Integer> keys) implements Argument {
        public Table {
            names = List.copyOf(names);
            types = List.copyOf(types);
            keys = Set.copyOf(keys);
        }

        @Override
        public int cost(SqlType parameter, SqlTypes sqlTypes) throws SQLException {
            if (!(parameter instanceof SqlType.Table table) || !hasColumnsOf(table)) {
                return Conversions.IMPOSSIBLE;
            }
            int cost = 0;
            for (int column = 0; column < table.columns().size(); column++) {
                cost += Conversions.cost(
                        types.get(column),
                        sqlTypes.of(table.columns().get(column).type()));
            }
            return Math.min(cost, Conversions.IMPOSSIBLE);
        }

        private boolean hasColumnsOf(SqlType.Table table) {
            int taken = table.columns().size();
            return types.size() >= taken && IntStream.range(taken, types.size()).allMatch(keys::contains);
        }

        @Override
        public String text() {
            return IntStream.range(0, types.size())
                    .mapToObj(column -> "\"" + names.get(column).replace("\"", "\"\"") + "\" "
                            + types.get(column).getSQL(new StringBuilder(), 0))
                    .collect(Collectors.joining(", ", "TABLE(", ")"));
        }
    }
}

package dev.nacre.calcite.algebra;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.SqlType;
import java.util.List;

/** Knows the columns of table functions. */
public final class RoutineColumns {
    private RoutineColumns() {}

    /** Returns the columns of the rows that a table function gives. */
    public static List<SqlType.Field> of(FunctionDefinition function) {
        return ((SqlType.Table) function.signature().returns()).columns();
    }
}

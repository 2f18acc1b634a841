package dev.nacre.h2.alias;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.FunctionValues;
import java.util.List;
import java.util.Map;

/**
 * The Java class of an alias's results, by the method that returns it. H2 takes an expression's type from there, so only
 * types that a class says in full have one; the results of all others are cast where they are used.
 *
 * @param method the name of the method
 */
public record ResultForm(String method) {
    /** H2's own value, of any type; H2 takes an expression's type to be JAVA_OBJECT. */
    public static final ResultForm VALUE = new ResultForm("asValue");

    private static final Map<SqlKind, ResultForm> TYPED = Map.ofEntries(
            Map.entry(SqlKind.BOOLEAN, new ResultForm("asBoolean")),
            Map.entry(SqlKind.TINYINT, new ResultForm("asTinyint")),
            Map.entry(SqlKind.SMALLINT, new ResultForm("asSmallint")),
            Map.entry(SqlKind.INTEGER, new ResultForm("asInteger")),
            Map.entry(SqlKind.BIGINT, new ResultForm("asBigint")),
            Map.entry(SqlKind.REAL, new ResultForm("asReal")),
            Map.entry(SqlKind.DOUBLE, new ResultForm("asDouble")),
            Map.entry(SqlKind.VARCHAR, new ResultForm("asVarchar")),
            Map.entry(SqlKind.VARBINARY, new ResultForm("asVarbinary")),
            Map.entry(SqlKind.DATE, new ResultForm("asDate")),
            Map.entry(SqlKind.UUID, new ResultForm("asUuid")));

    /** Returns the form that serves all overloads of a function. */
    public static ResultForm of(List<FunctionDefinition> overloads) {
        List<ResultForm> forms = overloads.stream()
                .map(overload -> of(overload.signature().returns()))
                .distinct()
                .toList();
        return forms.size() == 1 ? forms.get(0) : VALUE;
    }

    private static ResultForm of(SqlType type) {
        return type instanceof SqlType.Simple simple && !FunctionValues.isDeclared(type)
                ? TYPED.getOrDefault(simple.kind(), VALUE)
                : VALUE;
    }
}

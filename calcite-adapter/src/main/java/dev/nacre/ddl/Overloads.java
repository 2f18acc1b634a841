package dev.nacre.ddl;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells overloads apart: by their parameters' types, whatever their length or precision. */
final class Overloads {
    private Overloads() {}

    static Optional<FunctionDefinition> find(List<FunctionDefinition> overloads, FunctionSignature signature) {
        return overloads.stream()
                .filter(function -> sameTypes(function.signature().parameterTypes(), signature.parameterTypes()))
                .findFirst();
    }

    static boolean sameTypes(List<SqlType> left, List<SqlType> right) {
        return left.stream()
                .map(Overloads::bare)
                .toList()
                .equals(right.stream().map(Overloads::bare).toList());
    }

    private static SqlType bare(SqlType type) {
        if (type instanceof SqlType.Simple simple) {
            return SqlType.of(simple.kind());
        }
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(bare(array.element()));
        }
        return type instanceof SqlType.Table table
                ? new SqlType.Table(bare(table.columns()))
                : new SqlType.Row(bare(((SqlType.Row) type).fields()));
    }

    private static List<SqlType.Field> bare(List<SqlType.Field> fields) {
        return fields.stream()
                .map(field -> new SqlType.Field(field.name(), bare(field.type())))
                .toList();
    }

    static String typeList(FunctionSignature signature) {
        return typeList(signature.parameterTypes());
    }

    static String typeList(List<SqlType> types) {
        return types.stream().map(SqlType::sql).collect(Collectors.joining(", ", "(", ")"));
    }
}

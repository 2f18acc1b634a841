package dev.nacre.jdbc;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.H2Session;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.h2.engine.CastDataProvider;
import org.h2.util.MathUtils;
import org.h2.value.CompareMode;
import org.h2.value.DataType;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueInteger;
import org.h2.value.ValueNull;
import org.h2.value.ValueSmallint;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;

/** One function as rows of the database's metadata. */
final class RoutineRows {
    private final Value catalog;
    private final FunctionDefinition function;
    private final Value specificName;
    private final H2Session session;

    /**
     * @param overload its number among those of its name, from 1: part of the specific name, as for H2's aliases
     */
    RoutineRows(String catalog, FunctionDefinition function, int overload, H2Session session) {
        this.catalog = text(catalog);
        this.function = function;
        this.specificName = text(function.name().name() + "_" + overload);
        this.session = session;
    }

    /**
     * Returns JDBC's order of routines and of their columns.
     *
     * @param specificName the position of that column; what comes behind it keeps its order
     */
    static Comparator<Value[]> order(int specificName, CompareMode mode, CastDataProvider provider) {
        Comparator<Value[]> byName = Comparator.comparing(
                        (Value[] row) -> row[1], (a, b) -> compare(a, b, mode, provider))
                .thenComparing(row -> row[2], (a, b) -> compare(a, b, mode, provider));
        return byName.thenComparing(row -> row[specificName], (a, b) -> compare(a, b, mode, provider));
    }

    private static int compare(Value left, Value right, CompareMode mode, CastDataProvider provider) {
        return left.compareTo(right, provider, mode);
    }

    /** A row of getFunctions. */
    List<Value[]> function() {
        int type = function.kind() == FunctionKind.TABLE
                ? DatabaseMetaData.functionReturnsTable
                : DatabaseMetaData.functionNoTable;
        return List.<Value[]>of(
                new Value[] {catalog, schema(), name(), remarks(), ValueSmallint.get((short) type), specificName});
    }

    /** A row of getProcedures. */
    List<Value[]> procedure() {
        return List.<Value[]>of(new Value[] {
            catalog,
            schema(),
            name(),
            ValueNull.INSTANCE,
            ValueNull.INSTANCE,
            ValueNull.INSTANCE,
            remarks(),
            ValueSmallint.get((short) DatabaseMetaData.procedureReturnsResult),
            specificName
        });
    }

    /** The rows of getFunctionColumns. */
    List<Value[]> functionColumns(Predicate<String> names) throws SQLException {
        return columns(names, DatabaseMetaData.functionColumnIn, DatabaseMetaData.functionReturn, this::functionColumn);
    }

    /** The rows of getProcedureColumns. */
    List<Value[]> procedureColumns(Predicate<String> names) throws SQLException {
        return columns(
                names,
                DatabaseMetaData.procedureColumnIn,
                DatabaseMetaData.procedureColumnReturn,
                this::procedureColumn);
    }

    /**
     * A parameter or result.
     *
     * @param type H2's; null for rows, which are no value of SQL
     */
    private record Column(
            String name,
            int kind,
            SqlType sqlType,
            @Nullable TypeInfo type,
            int position) {}

    private interface ColumnRow {
        Value[] of(Column column);
    }

    /** Results come first, then the parameters in the order of a call. */
    private List<Value[]> columns(Predicate<String> names, int in, int result, ColumnRow row) throws SQLException {
        List<Column> columns = new ArrayList<>(results(result));
        List<FunctionSignature.Parameter> parameters = function.signature().parameters();
        for (int index = 0; index < parameters.size(); index++) {
            FunctionSignature.Parameter parameter = parameters.get(index);
            columns.add(column(parameter.name(), in, parameter.type(), index + 1));
        }
        return columns.stream()
                .filter(column -> names.test(column.name()))
                .map(row::of)
                .toList();
    }

    /** The columns of what gives rows, which a procedure does by CALL where it gives a record; the one result of any other. */
    private List<Column> results(int result) throws SQLException {
        SqlType returns = function.signature().returns();
        if (returns instanceof SqlType.Table table) {
            return fields(table.columns(), DatabaseMetaData.functionColumnResult);
        }
        return function.kind() == FunctionKind.PROCEDURE && returns instanceof SqlType.Row row
                ? fields(row.fields(), DatabaseMetaData.procedureColumnResult)
                : List.of(column("RESULT", result, returns, 0));
    }

    private List<Column> fields(List<SqlType.Field> fields, int kind) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (SqlType.Field field : fields) {
            columns.add(column(field.name(), kind, field.type(), columns.size() + 1));
        }
        return columns;
    }

    private Column column(String name, int kind, SqlType type, int position) throws SQLException {
        if (type instanceof SqlType.Table) {
            return new Column(name, kind, type, null, position);
        }
        TypeInfo info = session.describe("SELECT CAST(NULL AS " + type.sql() + ")")
                .columns()
                .get(0)
                .type();
        return new Column(name, kind, type, info, position);
    }

    private Value[] functionColumn(Column column) {
        return row(column, false);
    }

    private Value[] procedureColumn(Column column) {
        return row(column, true);
    }

    /** Procedures have three columns more in the middle. */
    private Value[] row(Column column, boolean isProcedure) {
        TypeInfo type = column.type();
        List<Value> row = new ArrayList<>(
                List.of(catalog, schema(), name(), text(column.name()), ValueSmallint.get((short) column.kind())));
        row.addAll(type == null ? ofRows() : ofValue(type));
        row.add(ValueSmallint.get((short) nullable()));
        row.add(text(column.sqlType().sql()));
        if (isProcedure) {
            row.addAll(List.of(ValueNull.INSTANCE, ValueNull.INSTANCE, ValueNull.INSTANCE));
        }
        Value octets = type == null ? ValueNull.INSTANCE : octets(type, precision(type));
        row.addAll(List.of(octets, ValueInteger.get(column.position()), text(isNullable()), specificName));
        return row.toArray(Value[]::new);
    }

    /** DATA_TYPE, TYPE_NAME, PRECISION, LENGTH, SCALE and RADIX. */
    private static List<Value> ofValue(TypeInfo type) {
        return List.of(
                ValueInteger.get(DataType.convertTypeToSQLType(type)),
                text(type.getDeclaredTypeName()),
                precision(type),
                precision(type),
                scale(type),
                radix(type));
    }

    /** The same of a parameter that takes rows. */
    private static List<Value> ofRows() {
        return List.of(
                ValueInteger.get(Types.OTHER),
                text("TABLE"),
                ValueNull.INSTANCE,
                ValueNull.INSTANCE,
                ValueNull.INSTANCE,
                ValueNull.INSTANCE);
    }

    private static Value precision(TypeInfo type) {
        return ValueInteger.get(MathUtils.convertLongToInt(type.getPrecision()));
    }

    private static Value scale(TypeInfo type) {
        return DataType.getDataType(type.getValueType()).supportsScale
                ? ValueSmallint.get(MathUtils.convertIntToShort(type.getScale()))
                : ValueNull.INSTANCE;
    }

    private static Value radix(TypeInfo type) {
        int kind = type.getValueType();
        if (!DataType.isNumericType(kind)) {
            return ValueNull.INSTANCE;
        }
        return ValueSmallint.get((short) (kind == Value.NUMERIC || kind == Value.DECFLOAT ? 10 : 2));
    }

    private static Value octets(TypeInfo type, Value precision) {
        int kind = type.getValueType();
        return DataType.isBinaryStringType(kind) || DataType.isCharacterStringType(kind)
                ? precision
                : ValueNull.INSTANCE;
    }

    private int nullable() {
        return takesNull() ? DatabaseMetaData.functionNullable : DatabaseMetaData.functionNullableUnknown;
    }

    private String isNullable() {
        return takesNull() ? "YES" : "";
    }

    /** A function that is CALLED ON NULL INPUT refuses NULL where its component has no {@code option}. */
    private boolean takesNull() {
        return function.nullHandling() != NullHandling.CALLED;
    }

    private Value schema() {
        return text(function.name().schema());
    }

    private Value name() {
        return text(function.name().name());
    }

    private Value remarks() {
        return function.comment().isEmpty() ? ValueNull.INSTANCE : text(function.comment());
    }

    private static Value text(String text) {
        return ValueVarchar.get(text);
    }
}

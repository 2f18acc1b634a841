package dev.nacre.jdbc;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.h2.H2Session;
import dev.nacre.h2.alias.AliasName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.h2.expression.condition.CompareLike;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbc.JdbcResultSet;
import org.h2.message.DbException;
import org.h2.result.ResultInterface;
import org.h2.result.SimpleResult;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** What the database's metadata says of routines: H2's own, and the functions of the catalog among them. */
final class RoutineMetaData {
    private static final int SCHEMA = 1;

    private final NacreConnection connection;
    private final H2Session session;

    RoutineMetaData(NacreConnection connection, H2Session session) {
        this.connection = connection;
        this.session = session;
    }

    /** Makes the rows of one function. */
    interface RowMaker {
        List<Value[]> rows(RoutineRows routine) throws SQLException;
    }

    /**
     * What is asked for, by the patterns of JDBC.
     *
     * @param catalog the database's name; null or empty for any
     * @param schema null for any, empty for the schema PUBLIC
     */
    record Patterns(
            @Nullable String catalog,
            @Nullable String schema,
            @Nullable String name) {}

    /**
     * Returns H2's rows and those of the functions that match, in JDBC's order: schema, name, specific name, and then as
     * the routine has its columns.
     */
    ResultSet with(ResultSet ofH2, Patterns patterns, Predicate<FunctionKind> kinds, RowMaker maker)
            throws SQLException {
        try {
            ResultInterface own = ofH2.unwrap(JdbcResultSet.class).getResult();
            SimpleResult result = emptyLike(own);
            List<Value[]> rows = rowsOf(own);
            for (RoutineRows routine : matching(patterns, kinds)) {
                rows.addAll(maker.rows(routine));
            }
            rows.sort(RoutineRows.order(own.getVisibleColumnCount() - 1, session.compareMode(), session.provider()));
            rows.forEach(result::addRow);
            JdbcConnection h2 = connection.h2();
            return new JdbcResultSet(h2, null, null, result, 0, true, false, false);
        } catch (RuntimeException failure) {
            throw SqlExceptions.of(failure);
        }
    }

    private static SimpleResult emptyLike(ResultInterface result) {
        SimpleResult empty = new SimpleResult();
        for (int column = 0; column < result.getVisibleColumnCount(); column++) {
            empty.addColumn(result.getAlias(column), result.getColumnName(column), result.getColumnType(column));
        }
        return empty;
    }

    private static List<Value[]> rowsOf(ResultInterface result) {
        List<Value[]> rows = new ArrayList<>();
        while (result.next()) {
            Value[] row = result.currentRow();
            if (!AliasName.SCHEMA.equals(row[SCHEMA].getString())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<RoutineRows> matching(Patterns patterns, Predicate<FunctionKind> kinds) throws SQLException {
        String catalog = connection.getCatalog();
        if (patterns.catalog() != null && !patterns.catalog().isEmpty() && !isSame(patterns.catalog(), catalog)) {
            return List.of();
        }
        Predicate<String> schema =
                patterns.schema() != null && patterns.schema().isEmpty()
                        ? "PUBLIC"::equalsIgnoreCase
                        : like(patterns.schema());
        Predicate<String> name = like(patterns.name());
        Map<Object, Integer> overloads = new HashMap<>();
        List<RoutineRows> routines = new ArrayList<>();
        for (FunctionDefinition function : connection.catalog().functions()) {
            int overload = overloads.merge(function.name(), 1, Integer::sum);
            if (kinds.test(function.kind())
                    && schema.test(function.name().schema())
                    && name.test(function.name().name())) {
                routines.add(new RoutineRows(catalog, function, overload, session));
            }
        }
        return routines;
    }

    private boolean isSame(String asked, String catalog) throws SQLException {
        return connection.getMetaData().supportsMixedCaseIdentifiers()
                ? asked.equals(catalog)
                : asked.equalsIgnoreCase(catalog);
    }

    /** Returns JDBC's search pattern as H2 reads it. */
    Predicate<String> like(@Nullable String pattern) throws SQLException {
        if (pattern == null) {
            return name -> true;
        }
        CompareLike like =
                new CompareLike(session.compareMode(), "\\", null, false, false, null, null, CompareLike.LikeType.LIKE);
        try {
            like.initPattern(pattern, '\\');
        } catch (DbException failure) {
            throw DbException.toSQLException(failure);
        }
        return like::test;
    }
}

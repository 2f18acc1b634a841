package dev.nacre.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a result of H2's are called: H2 names a column without an alias by its expression, in which a function has
 * the name of its alias.
 *
 * @param client gives the client's name for H2's
 */
record ColumnLabels(UnaryOperator<String> client) {
    /** H2's own. */
    static final ColumnLabels OF_H2 = new ColumnLabels(UnaryOperator.identity());

    private static final Set<String> NAMES = Set.of("getColumnLabel", "getColumnName");

    /** Returns those of a statement's results. */
    static ColumnLabels of(Route route) {
        return route instanceof Route.InH2 inH2
                ? new ColumnLabels(new Labels(inH2.text().calls())::client)
                : OF_H2;
    }

    /** Gives H2's description of the columns; null when there is none. */
    interface Columns {
        @Nullable
        ResultSetMetaData get() throws SQLException;
    }

    /**
     * Returns what H2 calls a column: the first that the client knows by a name, else the name itself, as where H2 is going to
     * refuse whatever is asked because the result is closed.
     */
    @Nullable
    String ofH2(@Nullable String label, Columns columns) {
        if (equals(OF_H2) || label == null || label.indexOf('(') < 0) {
            return label; // no name of a function's result
        }
        try {
            ResultSetMetaData described = columns.get();
            return described == null ? label : found(label, described);
        } catch (SQLException closed) {
            return label;
        }
    }

    private String found(String label, ResultSetMetaData columns) throws SQLException {
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String own = columns.getColumnLabel(column);
            if (client.apply(own).equalsIgnoreCase(label)) {
                return own;
            }
        }
        return label;
    }

    /** Returns the description of a result with the client's names; null for none. */
    @Nullable
    ResultSetMetaData in(@Nullable ResultSetMetaData ofH2) {
        if (ofH2 == null || equals(OF_H2)) {
            return ofH2;
        }
        return (ResultSetMetaData) Proxy.newProxyInstance(
                ColumnLabels.class.getClassLoader(),
                new Class<?>[] {ResultSetMetaData.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == given[0];
                    }
                    try {
                        Object answer = method.invoke(ofH2, given);
                        return NAMES.contains(method.getName()) ? client.apply((String) answer) : answer;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}

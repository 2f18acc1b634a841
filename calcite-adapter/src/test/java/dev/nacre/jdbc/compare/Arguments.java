package dev.nacre.jdbc.compare;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;

/** The arguments that the parameters of a method are tried with. */
final class Arguments {
    private static final int COLUMNS = 30;

    private static final Set<Class<?>> INDEXED = Set.of(
            ResultSet.class,
            PreparedStatement.class,
            CallableStatement.class,
            ResultSetMetaData.class,
            ParameterMetaData.class);

    private static final Set<String> NOT_INDEXED = Set.of(
            "absolute",
            "relative",
            "setFetchDirection",
            "setFetchSize",
            "setMaxRows",
            "setMaxFieldSize",
            "setQueryTimeout",
            "getMoreResults");

    private final Class<?> type;
    private final Method method;
    private final Texts texts;

    Arguments(Class<?> type, Method method, Texts texts) {
        this.type = type;
        this.method = method;
        this.texts = texts;
    }

    /**
     * Returns the arguments of a parameter, an ordinary one first.
     *
     * @param all whether every column is among them
     */
    List<Argument> candidates(int position, boolean all) {
        Class<?> parameter = method.getParameterTypes()[position];
        if (parameter == int.class) {
            return numbers(position, all);
        }
        if (parameter == String.class) {
            return strings(position);
        }
        if (parameter == String[].class && method.getName().equals("getTables")) {
            return Values.list(null, new String[] {"BASE TABLE"}, new String[] {"VIEW", "NOPE"}, new String[0]);
        }
        if (parameter == Class.class && !method.getName().equals("getObject")) {
            return Values.list(type, null, java.sql.Wrapper.class, Object.class, String.class, Statement.class);
        }
        List<Argument> values = Values.of(parameter);
        if (values == null) {
            throw new AssertionError("method " + method + " has no arguments for " + parameter
                    + ": add them to class Values, with null and what does not fit");
        }
        return values;
    }

    private List<Argument> numbers(int position, boolean all) {
        String name = method.getName();
        if (position == 0 && INDEXED.contains(type) && !NOT_INDEXED.contains(name)) {
            return all && type == ResultSet.class
                    ? IntStream.rangeClosed(0, COLUMNS + 1)
                            .map(index -> (index + 1) % (COLUMNS + 2))
                            .mapToObj(Argument::of)
                            .toList()
                    : Values.list(1, 2, 0, -1, 3, 99);
        }
        boolean isType = (position == 1 && (name.equals("setNull") || name.equals("registerOutParameter")))
                || (position == 2 && name.equals("setObject"));
        if (isType) {
            return Values.typeNumbers();
        }
        return java.util.Objects.requireNonNull(Values.of(int.class));
    }

    private List<Argument> strings(int position) {
        String name = method.getName();
        if (type == DatabaseMetaData.class) {
            return pattern(position);
        }
        boolean takesSql = name.startsWith("execute")
                || name.equals("addBatch")
                || name.startsWith("prepare")
                || name.equals("nativeSQL");
        if (position == 0 && takesSql) {
            return sql();
        }
        if (type == ResultSet.class && position == 0) {
            return Values.list("V", "id", "L", "NOPE", null, "");
        }
        if (type == CallableStatement.class && position == 0) {
            return names();
        }
        if (type == Driver.class) {
            return urls();
        }
        if (type == DataSource.class || type == ConnectionPoolDataSource.class) {
            return position == 0 ? Values.list("", null) : Values.list("", null, "a wrong password");
        }
        if (type == Connection.class) {
            return Values.list("PUBLIC", null, "INFORMATION_SCHEMA", "NOPE", "INTEGER", "ApplicationName", "a\"b", "");
        }
        return java.util.Objects.requireNonNull(Values.of(String.class));
    }

    /** The name of an out parameter is the label of the call's column. */
    private List<Argument> names() {
        return Values.list(texts.name(), null, "NOPE", "1");
    }

    private List<Argument> sql() {
        return Values.list(
                texts.query(),
                null,
                texts.prepared(),
                texts.call(),
                texts.query().replace("ORDER BY ID", "ORDER BY ID DESC OFFSET 1 ROW"),
                texts.query().replace("SAMPLE", "NOWHERE"),
                texts.call().startsWith("CALL")
                        ? "{" + texts.call().replace("CALL", "call") + "}"
                        : "SELECT {fn SAME(1)}",
                "SELECT {fn UCASE('a')}, {d '2024-02-29'}, ID FROM SAMPLE",
                texts.query()
                        .replace(
                                "ORDER BY",
                                (texts.query().contains("WHERE") ? "AND" : "WHERE")
                                        + " DA > {d '2000-01-01'} AND {fn LENGTH(V)} > 0 ORDER BY"),
                "{? = call JAVA_TWICE(?)}",
                texts.insert("'n'"),
                texts.insert("NULL"),
                texts.update("'u'") + " WHERE ID < 0",
                "CREATE TABLE MADE(A INT)",
                "CREATE TABLE",
                "",
                ";",
                texts.insert("'m'") + "; " + texts.query(),
                texts.query() + "; " + texts.insert("'o'"),
                texts.query()
                        .replace("ID FROM", "ID, 1 / (ID - 2) FROM")
                        .replace("SELECT *", "SELECT ID, 1 / (ID - 2)"));
    }

    private static List<Argument> urls() {
        return List.of(
                Argument.named("its URL", Side::url),
                Argument.of(null),
                Argument.of(""),
                Argument.of("jdbc:other:x"),
                Argument.named("its URL with settings", side -> side.url() + ";SCHEMA=INFORMATION_SCHEMA"),
                Argument.named("its URL with an unknown setting", side -> side.url() + ";NOPE=1"),
                Argument.named("a URL of no database", side -> side.url() + "_2;IFEXISTS=TRUE"),
                Argument.named(
                        "its URL and no more",
                        side -> side.url().substring(0, side.url().indexOf("mem"))));
    }

    private static List<Argument> pattern(int position) {
        List<List<Argument>> byPosition = List.of(
                Values.list(null, "SAMPLE", "NOPE", "", "%"),
                Values.list(null, "PUBLIC", "NOPE", "", "P%", "information_schema"),
                Values.list("SAMPLE", null, "%", "NOPE", "", "KEYED", "JAVA_TWICE", "s%", "S_MPLE"),
                Values.list(null, "%", "ID", "NOPE", ""));
        return byPosition.get(position % byPosition.size());
    }
}

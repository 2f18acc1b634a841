package dev.nacre.calcite;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.QueryScope;
import dev.nacre.h2.H2Column;
import dev.nacre.h2.H2Rows;
import dev.nacre.h2.H2Session;
import dev.nacre.h2.H2Values;
import dev.nacre.sql.IdentifierCase;
import dev.nacre.sql.NacreParser;
import dev.nacre.sql.ParsedStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.calcite.sql.SqlNode;
import org.h2.value.Value;

/** Plans and runs queries over tables of a fresh database, with Nacre or with H2 alone. */
final class QueryBench implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "CREATE TABLE devices(id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, site INTEGER, code CHAR(4))",
            "INSERT INTO devices VALUES (1, 'alpha', 7, 'a'), (2, 'beta', 7, 'bb'), (3, 'gamma', 8, NULL),"
                    + " (4, '', NULL, 'dddd')",
            "CREATE TABLE readings(id INTEGER PRIMARY KEY, device INTEGER, site INTEGER, n BIGINT, v DOUBLE PRECISION,"
                    + " amount NUMERIC(8, 2), payload VARBINARY(16), at TIMESTAMP, flag BOOLEAN)",
            "INSERT INTO readings SELECT x, MOD(x, 5), CASE WHEN MOD(x, 3) = 0 THEN NULL ELSE 6 + MOD(x, 3) END,"
                    + " CASE WHEN MOD(x, 7) = 0 THEN NULL ELSE x * 3 - 20 END,"
                    + " CASE WHEN MOD(x, 11) = 0 THEN NULL ELSE x * 0.75 - 9 END, x * 1.25,"
                    + " CASE WHEN MOD(x, 4) = 0 THEN NULL ELSE CAST(X'00FF10' AS VARBINARY(16)) END,"
                    + " DATEADD(HOUR, x, TIMESTAMP '2026-01-01 00:00:00'),"
                    + " CASE WHEN MOD(x, 4) = 3 THEN NULL ELSE MOD(x, 2) = 0 END FROM SYSTEM_RANGE(1, 40)");

    private final Connection connection;
    private final H2Session session;
    private final PeerFunctions functions;

    QueryBench(Connection connection, PeerFunctions functions) throws SQLException {
        this.connection = connection;
        this.session = H2Session.of(connection);
        this.functions = functions;
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            for (String name :
                    List.of("twice", "half", "shout", "mask", "even", "small", "edge", "holes", "glue", "seven")) {
                statement.execute("CREATE ALIAS j_" + name + " FOR '" + Peers.class.getName() + "." + name + "'");
            }
            statement.execute("CREATE ALIAS j_really FOR '" + Peers.class.getName() + ".real'");
        }
    }

    /** Returns tables in an unnamed database of their own. */
    static QueryBench inMemory(PeerFunctions functions) throws SQLException {
        return new QueryBench(DriverManager.getConnection("jdbc:h2:mem:"), functions);
    }

    PeerFunctions functions() {
        return functions;
    }

    Connection connection() {
        return connection;
    }

    H2Session session() {
        return session;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What a query answered. */
    record Answer(List<List<Object>> rows, List<String> labels, List<String> types) {}

    PlannedQuery plan(String sql) throws SQLException {
        return plan(sql, functions.catalog());
    }

    private PlannedQuery plan(String sql, FunctionCatalog catalog) throws SQLException {
        ParsedStatement parsed = NacreParser.parseStatement(sql, IdentifierCase.UPPER);
        SqlNode query = parsed instanceof ParsedStatement.Explain explain
                ? explain.query()
                : ((ParsedStatement.Query) parsed).query();
        return QueryPlanner.create(() -> {})
                .plan(new PlanRequest(
                        new StatementText(sql, sql, sql),
                        query,
                        parsed.parameterCount(),
                        catalog,
                        List.of("PUBLIC"),
                        session,
                        function -> {
                            throw new UnsupportedOperationException("peers are scalar");
                        }));
    }

    Rows open(PlannedQuery plan, QueryScope scope, Value... parameters) throws SQLException {
        return plan.open(new Execution(session, scope, Arrays.asList(parameters), 0));
    }

    Rows open(PlannedQuery plan, QueryScope scope, long maximumRows) throws SQLException {
        return plan.open(new Execution(session, scope, List.of(), maximumRows));
    }

    /** Runs a query with Nacre. */
    Answer nacre(String sql, Value... parameters) throws SQLException {
        return run(plan(sql), parameters);
    }

    /** Runs a query with Nacre, over functions that take many rows at once. */
    Answer inBatches(String sql, Value... parameters) throws SQLException {
        return run(plan(sql, functions.vectorized()), parameters);
    }

    private Answer run(PlannedQuery plan, Value... parameters) throws SQLException {
        try (QueryScope scope = functions.scope();
                Rows rows = open(plan, scope, parameters)) {
            rows.start();
            return answer(rows, plan.columns());
        }
    }

    private Answer answer(Rows rows, List<H2Column> columns) throws SQLException {
        List<List<Object>> all = new ArrayList<>();
        while (rows.next()) {
            all.add(row(rows.current()));
        }
        return new Answer(
                all,
                columns.stream().map(H2Column::label).toList(),
                columns.stream().map(column -> column.type().toString()).toList());
    }

    private List<Object> row(Value[] values) throws SQLException {
        List<Object> row = new ArrayList<>();
        for (Value value : values) {
            row.add(H2Values.isNull(value) ? "NULL" : value.getClass().getSimpleName() + " " + text(value));
        }
        return row;
    }

    /** Java objects have no string. */
    private static String text(Value value) {
        return value.getValueType() == Value.JAVA_OBJECT ? value.toString() : value.getString();
    }

    /** Runs the same query with H2 alone, over aliases of the functions. */
    Answer h2(String sql, Value... parameters) throws SQLException {
        session.settle();
        String aliased = aliased(sql);
        List<H2Column> columns = session.describe(aliased).columns();
        List<List<Object>> all = new ArrayList<>();
        try (H2Rows rows = session.rows(aliased, Arrays.asList(parameters), 0)) {
            while (rows.next()) {
                all.add(row(rows.current()));
            }
        }
        return new Answer(
                all,
                columns.stream().map(column -> column.label().replace("J_", "")).toList(),
                columns.stream().map(column -> column.type().toString()).toList());
    }

    static String aliased(String sql) {
        return sql.replaceAll("(?i)\\b(twice|half|shout|mask|even|small|edge|holes|really|glue|seven)\\s*\\(", "j_$1(");
    }
}

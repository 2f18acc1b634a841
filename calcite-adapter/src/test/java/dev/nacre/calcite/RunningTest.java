package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.QueryScope;
import dev.nacre.functions.SqlKind;
import dev.nacre.h2.H2Rows;
import dev.nacre.h2.H2Session;
import dev.nacre.testkit.LeakCheck;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueBigint;
import org.h2.value.ValueDouble;
import org.h2.value.ValueInteger;
import org.h2.value.ValueNull;
import org.h2.value.ValueVarchar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of planned queries: parameters, the moment they read at, and that they leave nothing open. */
class RunningTest {
    private static final String JOIN = "SELECT r.id, twice(r.n), d.name FROM readings r JOIN devices d"
            + " ON twice(r.device) = twice(d.id) WHERE r.id > (SELECT min(small(id)) FROM devices)"
            + " UNION ALL SELECT id, n, 'x' FROM readings WHERE half(v) > 3";

    @RegisterExtension
    @Order(0)
    final LeakCheck leaks = LeakCheck.builder()
            .counter("open results of H2", H2Rows::openResults)
            .build();

    private QueryBench bench;

    @BeforeEach
    void openDatabase() throws SQLException {
        PeerFunctions functions = PeerFunctions.standard();
        functions.add(
                "UNLUCKY",
                values -> {
                    throw new FunctionException(FunctionErrorCode.GUEST_ERROR, "unlucky");
                },
                SqlKind.BIGINT,
                SqlKind.BIGINT);
        bench = QueryBench.inMemory(functions);
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        bench.close();
    }

    @Test
    void releasesResultsAtTheLastRow() throws SQLException {
        Rows rows = bench.open(bench.plan(JOIN), bench.functions().scope());

        rows.start();
        assertThat(H2Rows.openResults()).isGreaterThanOrEqualTo(4);
        while (rows.next()) {
            assertThat(rows.current()).hasSize(3);
        }

        assertThat(H2Rows.openResults()).isZero();
        assertThatThrownBy(rows::current).isInstanceOf(IllegalStateException.class);
        assertThat(rows.next()).isFalse();
    }

    @Test
    void releasesResultsWhenClosedEarly() throws SQLException {
        Rows rows = bench.open(bench.plan(JOIN), bench.functions().scope());
        rows.next();

        rows.close();
        rows.close();

        assertThat(H2Rows.openResults()).isZero();
        assertThat(rows.next()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT unlucky(id) FROM readings",
                "SELECT id FROM readings WHERE unlucky(id) = 1",
                "SELECT id FROM readings ORDER BY unlucky(id)",
                "SELECT sum(unlucky(id)) FROM readings",
                "SELECT r.id FROM readings r JOIN devices d ON unlucky(r.id) = d.id",
                "SELECT r.id FROM readings r LEFT JOIN devices d ON unlucky(r.id) > d.id",
                "SELECT id FROM readings WHERE id IN (SELECT unlucky(id) FROM devices)",
                "SELECT unlucky(id) FROM readings UNION SELECT id FROM devices",
                "SELECT DISTINCT unlucky(id) FROM readings",
            })
    void releasesResultsWhenACallFails(String sql) throws SQLException {
        Rows rows = bench.open(bench.plan(sql), bench.functions().scope());

        assertThatThrownBy(rows::next).isInstanceOf(FunctionException.class).hasMessage("unlucky");

        assertThat(H2Rows.openResults()).isZero();
        assertThat(rows.next()).isFalse();
    }

    @Test
    void releasesResultsWhenH2Fails() throws SQLException {
        Rows rows = bench.open(
                bench.plan("SELECT twice(n), 1 / (id - 3) FROM readings"),
                bench.functions().scope());

        assertThatThrownBy(() -> {
                    while (rows.next()) {
                        rows.current();
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Division by zero")
                .hasMessageContaining("SELECT twice(n), 1 / (id - 3) FROM readings");

        assertThat(H2Rows.openResults()).isZero();
    }

    @Test
    void stopsBetweenRowsWhenTheScopeIsCancelled() throws SQLException {
        QueryScope scope = bench.functions().scope();
        Rows rows = bench.open(bench.plan(JOIN), scope);
        rows.next();

        scope.cancel();

        assertThatThrownBy(() -> {
                    while (rows.next()) {
                        rows.current();
                    }
                })
                .isInstanceOf(FunctionException.class);
        assertThat(H2Rows.openResults()).isZero();
    }

    @Test
    void stopsAnEndlessLoopOfAJoinWhenTheScopeIsCancelled() throws SQLException {
        QueryScope scope = bench.functions().scope();
        Rows rows = bench.open(
                bench.plan("SELECT count(*) FROM (SELECT twice(x) a FROM SYSTEM_RANGE(1, 100000)) q"
                        + " JOIN (SELECT twice(x) b FROM SYSTEM_RANGE(1, 100000)) p ON q.a > p.b"),
                scope);
        Thread canceller = new Thread(scope::cancel);

        canceller.start();

        assertThatThrownBy(rows::next).isInstanceOf(FunctionException.class);
        assertThat(H2Rows.openResults()).isZero();
    }

    @Test
    void makesH2StopWhenCancelled() throws Exception {
        Rows rows = bench.open(
                bench.plan("SELECT twice(n) FROM (SELECT max(a.x + b.x) n FROM SYSTEM_RANGE(1, 10000000) a,"
                        + " SYSTEM_RANGE(1, 10000000) b)"),
                bench.functions().scope());
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            begun.countDown();
            try {
                rows.next();
            } catch (SQLException e) {
                failure.set(e);
            }
        });

        reader.start();
        begun.await();
        Thread.sleep(50);
        rows.cancel();
        reader.join(60_000);

        assertThat(failure.get())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).isEqualTo("57014"));
    }

    @Test
    void readsAsOfItsStart() throws SQLException {
        Rows rows = bench.open(
                bench.plan("SELECT twice(id) FROM devices"), bench.functions().scope());

        rows.start();
        bench.session().settle();
        try (Statement statement = bench.connection().createStatement()) {
            statement.execute("DELETE FROM devices");
        }

        int count = 0;
        while (rows.next()) {
            count++;
        }
        assertThat(count).isEqualTo(4);
    }

    @Test
    void seesUncommittedRowsOfItsOwnConnection() throws SQLException {
        bench.connection().setAutoCommit(false);
        try (Statement statement = bench.connection().createStatement()) {
            statement.execute("INSERT INTO devices VALUES (50, 'mine', 1, NULL)");
        }

        assertThat(bench.nacre("SELECT shout(name) FROM devices WHERE small(id) = 50")
                        .rows())
                .containsExactly(List.of("ValueVarchar MINE!"));
        bench.connection().rollback();
    }

    @Test
    void takesParametersInEveryPlace() throws SQLException {
        String sql = "SELECT id, twice(?), ? || name, CASE WHEN shout(name) = ? THEN ? ELSE small(?) END FROM devices"
                + " WHERE site = ? AND small(id) < ? ORDER BY id + ? LIMIT ?";
        Value[] parameters = {
            ValueBigint.get(4),
            ValueVarchar.get("p"),
            ValueVarchar.get("BETA!"),
            ValueInteger.get(9),
            ValueInteger.get(205),
            ValueInteger.get(7),
            ValueDouble.get(2.5),
            ValueInteger.get(0),
            ValueInteger.get(5)
        };

        QueryBench.Answer answer = bench.nacre(sql, parameters);

        assertThat(answer.rows()).isEqualTo(bench.h2(sql, parameters).rows()).hasSize(2);
        assertThat(bench.plan(sql).parameterCount()).isEqualTo(9);
    }

    @Test
    void comparesAParameterByItsOwnType() throws SQLException {
        String sql = "SELECT id FROM readings WHERE twice(id) > ? ORDER BY id FETCH FIRST ? ROWS ONLY";

        for (Value limit :
                List.of(ValueDouble.get(6.5), ValueBigint.get(7), ValueVarchar.get("8"), ValueNull.INSTANCE)) {
            Value[] parameters = {limit, ValueInteger.get(2)};
            assertThat(bench.nacre(sql, parameters).rows())
                    .isEqualTo(bench.h2(sql, parameters).rows());
        }
    }

    @Test
    void tellsParameterTypesAsH2Does() throws SQLException {
        String sql = "SELECT twice(n), site + ? FROM readings WHERE id = ? AND half(v) > ?";

        List<TypeInfo> types = bench.plan(sql).parameterTypes();

        assertThat(types)
                .isEqualTo(H2Session.of(bench.connection())
                        .describe(QueryBench.aliased(sql))
                        .parameterTypes());
        assertThat(types.get(1).getValueType()).isEqualTo(Value.INTEGER);
    }

    @Test
    void refusesNegativeLimitsAsH2Does() throws SQLException {
        String sql = "SELECT id FROM readings WHERE even(id) LIMIT ?";

        assertThatThrownBy(() -> bench.nacre(sql, ValueInteger.get(-1)))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo(90008));
    }

    @Test
    void runsOnOtherConnectionsOfTheDatabase() throws SQLException {
        PlannedQuery plan = bench.plan("SELECT count(*) FROM SYSTEM_RANGE(1, 10) WHERE even(x)");
        try (QueryBench other = QueryBench.inMemory(bench.functions());
                Rows rows = plan.open(new Execution(
                        H2Session.of(other.connection()), bench.functions().scope(), List.of(), 0))) {
            rows.next();

            assertThat(rows.current()[0].getLong()).isEqualTo(5);
        }
    }

    @Test
    void namesItsFunctions() throws SQLException {
        PlannedQuery plan = bench.plan("SELECT twice(twice(n)), shout('x') FROM readings WHERE even(n) OR even(id)");

        assertThat(plan.functions())
                .extracting(function -> function.name().name())
                .containsExactly("TWICE", "SHOUT", "EVEN");
    }

    @Test
    void plansAThousandCalls() throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT twice(0)");
        for (int call = 1; call < 1_000; call++) {
            sql.append(", twice(id + ").append(call).append(')');
        }

        assertThat(bench.nacre(sql + " FROM devices").rows()).hasSize(4);
    }
}

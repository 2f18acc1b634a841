package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases with other settings, and databases behind H2's server. */
class SettingsTest {
    private static final String[] QUERIES = {
        "SELECT shout(name) s, site FROM devices ORDER BY s, site",
        "SELECT id FROM readings WHERE even(id) ORDER BY half(v), id",
        "SELECT id FROM readings WHERE even(id) ORDER BY half(v) DESC, id",
        "SELECT name FROM devices WHERE shout(name) = 'alpha!' ORDER BY 1",
        "SELECT shout(name), count(*) FROM devices GROUP BY shout(name) ORDER BY 1",
        "SELECT DISTINCT shout(code) FROM devices ORDER BY 1",
        "SELECT a.id FROM devices a JOIN devices b ON shout(a.name) = b.name || '!' ORDER BY 1",
        "SELECT r.id, d.name FROM readings r LEFT JOIN devices d ON twice(r.device) = twice(d.id) WHERE r.n / 2 > 4 ORDER BY 1",
        "SELECT even(n), sum(half(v)) FROM readings GROUP BY even(n) ORDER BY 1",
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEFAULT_NULL_ORDERING=HIGH",
                "DEFAULT_NULL_ORDERING=LAST",
                "IGNORECASE=TRUE",
                "MODE=PostgreSQL;DATABASE_TO_LOWER=FALSE",
                "MODE=MySQL",
                "MODE=MSSQLServer",
            })
    void answersAsH2WithSettings(String settings) throws SQLException {
        try (QueryBench bench =
                new QueryBench(DriverManager.getConnection("jdbc:h2:mem:;" + settings), PeerFunctions.standard())) {
            requireSame(bench);
        }
    }

    @Test
    void answersAsH2WithACollation() throws SQLException {
        try (QueryBench bench = new QueryBench(
                DriverManager.getConnection("jdbc:h2:mem:;INIT=SET COLLATION ENGLISH STRENGTH PRIMARY"),
                PeerFunctions.standard())) {
            requireSame(bench);
        }
    }

    @Test
    void answersAsH2BehindAServer() throws SQLException {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (QueryBench bench = new QueryBench(
                DriverManager.getConnection("jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:shared"),
                PeerFunctions.standard())) {
            requireSame(bench);
        } finally {
            server.stop();
        }
    }

    private static void requireSame(QueryBench bench) throws SQLException {
        for (String sql : QUERIES) {
            assertThat(bench.nacre(sql).rows()).as(sql).isEqualTo(bench.h2(sql).rows());
        }
    }
}

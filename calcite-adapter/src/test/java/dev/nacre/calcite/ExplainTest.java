package dev.nacre.calcite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What H2 gets to run, and what is left to Nacre, as EXPLAIN tells it. */
class ExplainTest {
    private static QueryBench bench;

    @BeforeAll
    static void openDatabase() throws SQLException {
        bench = QueryBench.inMemory(PeerFunctions.standard());
    }

    @AfterAll
    static void closeDatabase() throws SQLException {
        bench.close();
    }

    private static String explain(String sql) throws SQLException {
        return String.join("\n", bench.plan(sql).explain());
    }

    @Test
    void givesPlainConditionsAndOrderToH2() throws SQLException {
        String plan = explain("EXPLAIN PLAN FOR SELECT id, mask(payload) m FROM readings r /* all of them */\n"
                + "WHERE site = 7 AND half(v) > 3 ORDER BY id LIMIT 10");

        assertThat(plan).isEqualTo("""
                        Nacre runs this plan; H2 runs the statement of each scan.
                        plan:
                          LogicalProject(C0=[$1], C1=[WASM[PUBLIC.MASK version 4, row mode]($2)])
                            LogicalSort(fetch=[10])
                              LogicalFilter(condition=[>(WASM[PUBLIC.HALF version 2, row mode]($0), 3)])
                                H2Scan(sql=[SELECT v, id, payload FROM readings r WHERE (site = 7) ORDER BY 2])
                        scan 1, H2: SELECT v, id, payload FROM readings r WHERE (site = 7) ORDER BY 2""");
    }

    @Test
    void givesTheLimitToH2WhenNoRowIsLostAbove() throws SQLException {
        assertThat(explain("SELECT twice(n) FROM readings ORDER BY v DESC LIMIT 3 OFFSET 2"))
                .contains("H2: SELECT n FROM readings ORDER BY v DESC OFFSET (2) ROWS FETCH NEXT (3) ROWS ONLY")
                .doesNotContain("LogicalSort");
    }

    @Test
    void leavesGroupingToH2WhenNoCallIsInIt() throws SQLException {
        assertThat(explain("SELECT site, twice(sum(n)) FROM readings WHERE n > 3 GROUP BY site HAVING count(*) > 1"))
                .contains("H2: SELECT site, sum(n) FROM readings WHERE (n > 3) GROUP BY site HAVING (count(*) > 1)")
                .doesNotContain("LogicalAggregate");
    }

    @Test
    void leavesJoinsToH2WhenNoCallIsInThem() throws SQLException {
        assertThat(explain("SELECT shout(d.name) FROM readings r JOIN devices d ON r.device = d.id AND r.v > d.id"))
                .contains("H2: SELECT d.name FROM readings r JOIN devices d ON r.device = d.id AND r.v > d.id");
    }

    @Test
    void givesConditionsOfOneSideOfAJoinToThatSide() throws SQLException {
        assertThat(explain("SELECT r.id FROM readings r LEFT JOIN devices d ON twice(r.device) = d.id AND d.site = 7"
                        + " WHERE r.n > 3"))
                .contains("scan 1, H2: SELECT r.device, r.id FROM readings r WHERE (r.n > 3)")
                .contains("scan 2, H2: SELECT d.id FROM devices d WHERE (d.site = 7)")
                .contains(
                        "LogicalJoin(condition=[=(WASM[PUBLIC.TWICE version 1, row mode]($0), $2)], joinType=[left])");
    }

    @Test
    void numbersParametersAnewForEachScan() throws SQLException {
        assertThat(explain("SELECT twice(?), n + ? FROM readings WHERE even(n) AND id > ? AND v < ?"))
                .contains("H2: SELECT n FROM readings WHERE (id > ?1) AND (v < ?2)")
                .contains("WASM[PUBLIC.TWICE version 1, row mode](?1)")
                .contains("H2[n + ?]");
    }

    @Test
    void showsSubqueriesAndGuards() throws SQLException {
        assertThat(explain("SELECT CASE WHEN id > 3 THEN twice(100 / id) END FROM readings"
                        + " WHERE id IN (SELECT small(id) FROM devices)"))
                .contains("ANY SUBQUERY")
                .contains("SELECT id FROM devices");
        assertThat(explain("SELECT CASE WHEN id > 3 THEN twice(100 / id) END FROM readings"))
                .contains("CASE WHEN (id > 3) IS TRUE THEN 100 / id END");
    }
}

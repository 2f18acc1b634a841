package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statements that are an attack by their shape. */
final class PlannerAttacks {
    private PlannerAttacks() {}

    static List<Attack> all() {
        return List.of(
                bomb(
                        "parentheses",
                        "10,000 parentheses around one",
                        sum("(".repeat(10_000) + "1" + ")".repeat(10_000))),
                bomb("operators", "100,000 operators in a row", sum("1" + " + 1".repeat(100_000))),
                bomb("not", "20,000 NOT before a call", "SELECT " + "NOT ".repeat(20_000) + "GOOD_SUM(1, 1) = 2"),
                bomb("nested-calls", "1,000 calls inside each other", nested(1_000)),
                bomb(
                        "many-calls",
                        "1,000 calls in a SELECT list",
                        "SELECT " + joined(1_000, ", ", number -> "GOOD_SUM(N, " + number + ")") + " FROM T"),
                bomb("joins", "50 joins", joins(50)),
                bomb(
                        "unions",
                        "2,000 times UNION",
                        joined(2_000, " UNION ", number -> "SELECT GOOD_SUM(1, " + number + ")")),
                bomb(
                        "in-list",
                        "400,000 constants in IN",
                        "SELECT GOOD_SUM(1, 1) FROM T WHERE GOOD_SUM(N, 1) IN ("
                                + joined(400_000, ", ", String::valueOf) + ")"),
                bomb(
                        "case",
                        "50,000 branches of CASE",
                        "SELECT CASE GOOD_SUM(N, 1) "
                                + joined(50_000, " ", number -> "WHEN " + number + " THEN " + number) + " END FROM T"),
                bomb("subqueries", "60 subqueries inside each other", subqueries(60)),
                bomb(
                        "product",
                        "a product of four tables, bounded by its timeout",
                        "SELECT COUNT(*) FROM T A, T B, T C, T D" + " WHERE GOOD_SUM(A.N, B.N) + C.N + D.N < 0"));
    }

    private static Attack bomb(String id, String act, String sql) {
        return new Attack(
                "planner-" + id,
                List.of("B6"),
                act,
                "bounds on nesting and length, and on the time of a statement",
                List.of(Strike.administrator("SET NACRE.TIMEOUT = '2 s'")),
                List.of(Steps.contained(sql).stoppedAfter(Duration.ofSeconds(2))));
    }

    private static String sum(String argument) {
        return "SELECT GOOD_SUM(1, " + argument + ")";
    }

    private static String nested(int depth) {
        return "SELECT " + "GOOD_SUM(1, ".repeat(depth) + "1" + ")".repeat(depth);
    }

    private static String joins(int count) {
        return "SELECT GOOD_SUM(T0.N, 1) FROM T T0 "
                + joined(
                        count,
                        " ",
                        number -> "JOIN T T" + (number + 1) + " ON GOOD_SUM(T" + number + ".ID, 0) = T" + (number + 1)
                                + ".ID");
    }

    private static String subqueries(int depth) {
        return "SELECT GOOD_SUM(N, 1) FROM " + "(SELECT GOOD_SUM(N, 1) AS N FROM ".repeat(depth) + "T"
                + ")".repeat(depth);
    }

    private static String joined(int count, String separator, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(separator));
    }
}

package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Code that never ends, in every shape, and at every place where SQL calls a function. */
final class RunawayAttacks {
    /** The deadline of the runaways. */
    static final Duration DEADLINE = Duration.ofMillis(100);

    private static final String METER = "deadline and cancellation, looked at by generated code";
    private static final String KINDS = "kinds-rust";
    private static final String UNCHANGED = "SELECT SUM(N) FROM T";
    private static final int SUM = 50_500;

    private RunawayAttacks() {}

    static List<Attack> all() {
        return Stream.of(Shape.all().stream().map(RunawayAttacks::shape), readers(), writers(), kinds())
                .flatMap(attacks -> attacks)
                .toList();
    }

    private static Attack shape(Shape shape) {
        String threat = shape.id().equals("fill")
                        || shape.id().equals("copy")
                        || shape.id().equals("table-flood")
                ? "A2"
                : "A1";
        return new Attack(
                "runaway-" + shape.id(),
                shape.end() == Shape.End.REFUSAL ? List.of("A1", "A3") : List.of(threat),
                shape.act(),
                shape.end() == Shape.End.REFUSAL ? "features that SQL does not run are refused by name" : METER,
                shape.setUp(),
                List.of(shape.untilDeadline(), shape.untilCancelled()));
    }

    private static Stream<Attack> readers() {
        return Stream.of(
                place("where", "in WHERE", "SELECT ID FROM T WHERE F(N) = 1"),
                place("join", "in the condition of a join", "SELECT A.ID FROM T A JOIN T B ON F(A.N) = B.N"),
                place("group-by", "in GROUP BY", "SELECT F(N), COUNT(*) FROM T GROUP BY F(N)"),
                place("order-by", "in ORDER BY", "SELECT ID FROM T ORDER BY F(N)"),
                place("subquery", "in a subquery of every row", "SELECT (SELECT F(T.N)) FROM T"),
                view());
    }

    private static Attack place(String id, String where, String sql, Strike... afterwards) {
        return new Attack(
                "runaway-in-" + id,
                List.of("A1"),
                "an endless loop " + where,
                METER,
                List.of(Steps.component("runaway"), Steps.function("F", "loop", Steps.SOON)),
                Stream.concat(Stream.of(stopped(sql)), Stream.of(afterwards)).toList());
    }

    private static Strike stopped(String sql) {
        return Steps.refused(sql, "57014").stoppedAfter(DEADLINE);
    }

    private static Attack view() {
        return new Attack(
                "runaway-in-view",
                List.of("A1"),
                "an endless loop in a view, which H2 runs by an alias",
                METER,
                List.of(
                        Steps.component("runaway"),
                        Steps.function("F", "loop", Steps.SOON),
                        Strike.administrator("CREATE VIEW W AS SELECT F(N) AS X FROM T")),
                List.of(stopped("SELECT X FROM W")));
    }

    private static Stream<Attack> writers() {
        Strike unchanged = Steps.gives(UNCHANGED, SUM);
        return Stream.of(
                place("update", "in UPDATE", "UPDATE T SET N = F(N)", unchanged),
                place("delete", "in DELETE", "DELETE FROM T WHERE F(N) = 1", unchanged),
                place("insert", "in INSERT", "INSERT INTO T SELECT 1000 + ID, F(N) FROM T", unchanged),
                place("merge", "in MERGE", "MERGE INTO T KEY(ID) SELECT ID, F(N) FROM T", unchanged),
                place(
                        "create-table",
                        "in CREATE TABLE AS",
                        "CREATE TABLE U AS SELECT F(N) AS X FROM T",
                        Steps.refused("SELECT COUNT(*) FROM U", "42S02", "42S03", "42S04")));
    }

    private static Stream<Attack> kinds() {
        return Stream.of(
                kind(
                        "vectorized",
                        "in a function over columns",
                        Strike.administrator("CREATE FUNCTION K(V BIGINT) RETURNS BIGINT LANGUAGE WASM FROM EVIL EXPORT"
                                + " 'nacre:kinds/vectors#spin'" + Steps.SOON),
                        "SELECT K(ID) FROM T"),
                kind("table-function", "in a table function", kind("tables#spin"), "SELECT * FROM TABLE(K(42))"),
                kind(
                        "cursor",
                        "in the third batch of a cursor",
                        kind("tables#bad"),
                        "SELECT COUNT(*) FROM TABLE(K('loop'))"),
                kind(
                        "processor",
                        "in a processor",
                        kind("processors#fragile"),
                        "SELECT * FROM TABLE(K(TABLE(SELECT 'loop', ID, N FROM T)))"),
                kind(
                        "processor-end",
                        "at the end of a processor's rows",
                        kind("processors#unruly"),
                        "SELECT * FROM TABLE(K(TABLE(SELECT 'loop-at-end', ID, N FROM T)))"),
                kind("aggregate", "in an aggregate", aggregate(), "SELECT K(13) FROM T"),
                kind("window", "in an aggregate over a window", aggregate(), "SELECT K(13) OVER (ORDER BY ID) FROM T"),
                kind(
                        "procedure",
                        "in a procedure",
                        Strike.administrator("CREATE PROCEDURE K LANGUAGE WASM FROM EVIL EXPORT"
                                + " 'nacre:kinds/procedures#spin'" + Steps.SOON),
                        "CALL K()"));
    }

    private static Attack kind(String id, String where, Strike function, String sql) {
        return new Attack(
                "runaway-" + id,
                List.of("A1"),
                "an endless loop " + where,
                METER,
                List.of(Steps.component(KINDS), function),
                List.of(stopped(sql)));
    }

    private static Strike kind(String export) {
        return Steps.function("K", "nacre:kinds/" + export, Steps.SOON);
    }

    private static Strike aggregate() {
        return Strike.administrator("CREATE AGGREGATE FUNCTION K LANGUAGE WASM FROM EVIL EXPORT"
                + " 'nacre:kinds/aggregates#touchy'" + Steps.SOON);
    }
}

package dev.nacre.calcite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes random queries of what may stand beside a WebAssembly function. Every result has a definite order. */
final class RandomQuery {
    private final RandomGenerator random;

    RandomQuery(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        return pick(this::plain, this::plain, this::grouped, this::joined, this::nested, this::union, this::globally);
    }

    private String plain() {
        return select("") + from() + where() + " ORDER BY " + orderKey() + "id" + limit();
    }

    private String select(String before) {
        String items = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(index -> value(2) + " AS c" + index)
                .collect(Collectors.joining(", "));
        return "SELECT " + before + "id, " + items;
    }

    private String from() {
        return pick(() -> " FROM readings", () -> " FROM readings r", () -> " FROM (SELECT * FROM readings) r");
    }

    private String where() {
        return random.nextInt(4) == 0 ? "" : " WHERE " + condition(2);
    }

    private String orderKey() {
        return pick(() -> "", () -> value(1) + direction() + ", ", () -> "2" + direction() + ", ");
    }

    private String direction() {
        return pick(() -> "", () -> " DESC", () -> " NULLS LAST", () -> " DESC NULLS FIRST");
    }

    private String limit() {
        return pick(
                () -> "", () -> " LIMIT 7", () -> " OFFSET 3 ROWS FETCH NEXT 4 ROWS ONLY", () -> " LIMIT 3 OFFSET 1");
    }

    private String grouped() {
        String key = pick(() -> "site", () -> "even(n)", () -> "small(device)", () -> "flag", () -> "edge(device)");
        String second = random.nextBoolean() ? "" : ", device";
        return "SELECT " + key + " k" + second + ", " + aggregate() + " a, " + aggregate() + " b FROM readings"
                + where()
                + " GROUP BY " + key + second
                + pick(() -> "", () -> " HAVING count(*) > 2", () -> " HAVING twice(count(*)) > 5")
                + " ORDER BY " + (second.isEmpty() ? "1" : "1" + direction() + ", 2");
    }

    private String globally() {
        return "SELECT " + aggregate() + " a, " + aggregate() + " b FROM readings" + where();
    }

    private String aggregate() {
        String function = pick(() -> "count", () -> "min", () -> "max", () -> "sum");
        String distinct = random.nextInt(4) == 0 ? "DISTINCT " : "";
        String filter = random.nextInt(5) == 0 ? " FILTER (WHERE " + condition(1) + ")" : "";
        return random.nextInt(5) == 0 ? "count(*)" : function + "(" + distinct + number(1) + ")" + filter;
    }

    private String joined() {
        String type = pick(() -> "JOIN", () -> "LEFT JOIN", () -> "RIGHT JOIN");
        String condition = pick(
                () -> "r.device = d.id AND even(r.n)",
                () -> "twice(r.device) = twice(d.id)",
                () -> "small(r.id) = d.id AND r.v > 1",
                () -> "r.device = d.id AND shout(d.name) > 'B'",
                () -> "half(r.v) > d.id AND r.id < 12");
        return "SELECT r.id, d.id, d.name, r.n, shout(d.name) FROM readings r " + type + " devices d ON " + condition
                + pick(() -> "", () -> " WHERE d.site = 7", () -> " WHERE r.id < 20", () -> " WHERE even(d.id)")
                + " ORDER BY 1, 2";
    }

    private String nested() {
        return "SELECT q.id, q.a, " + pick(() -> "q.b", () -> "twice(q.a)", () -> "q.a > q.id") + " FROM (SELECT id, "
                + whole(1) + " a, " + value(1) + " b FROM readings" + where() + ") q WHERE q.id "
                + pick(() -> "< 20", () -> "<> q.a", () -> "IN (1, 2, 3, 40)", () -> "BETWEEN 4 AND q.a")
                + " ORDER BY q.id" + limit();
    }

    private String union() {
        String operator = pick(() -> "UNION", () -> "UNION ALL", () -> "EXCEPT", () -> "INTERSECT");
        return "SELECT " + whole(1) + " a, small(device) FROM readings" + where() + " " + operator + " SELECT "
                + whole(1) + ", device FROM readings" + where() + " ORDER BY 1, 2";
    }

    private String value(int depth) {
        return pick(() -> number(depth), () -> text(depth), () -> "mask(payload)", () -> truth(depth), () -> "at");
    }

    private String number(int depth) {
        return pick(() -> whole(depth), () -> real(depth));
    }

    private String whole(int depth) {
        if (depth == 0) {
            return pick(() -> "n", () -> "id", () -> "device", () -> "site", () -> "3", () -> "-1", () -> "NULL");
        }
        return pick(
                () -> whole(0),
                () -> "twice(" + whole(depth - 1) + ")",
                () -> "holes(" + whole(depth - 1) + ")",
                () -> "small(" + pick(() -> "id", () -> "site") + ")",
                () -> "COALESCE(" + whole(depth - 1) + ", " + whole(depth - 1) + ", holes(id))",
                () -> "NULLIF(" + whole(depth - 1) + ", small(id))",
                () -> "CASE WHEN " + truth(depth - 1) + " THEN " + whole(depth - 1) + " ELSE twice(id) END",
                () -> "CASE small(device) WHEN 1 THEN " + whole(depth - 1) + " WHEN 2 THEN 100 / device ELSE 7 END");
    }

    private String real(int depth) {
        if (depth == 0) {
            return pick(() -> "v", () -> "amount", () -> "1.5", () -> "2E0");
        }
        return pick(
                () -> real(0),
                () -> "half(" + real(depth - 1) + ")",
                () -> "edge(id)",
                () -> "COALESCE(half(" + real(depth - 1) + "), " + real(depth - 1) + ")");
    }

    private String text(int depth) {
        return pick(
                () -> "shout('x')",
                () -> "glue(shout('a'), CAST(device AS VARCHAR(3)))",
                () -> "CASE WHEN " + truth(depth - 1) + " THEN shout('y') ELSE 'none' END");
    }

    private String truth(int depth) {
        if (depth <= 0) {
            return pick(() -> "flag", () -> "even(id)", () -> "id > 7");
        }
        return condition(depth - 1);
    }

    private String condition(int depth) {
        List<Supplier<String>> forms = new ArrayList<>(List.of(
                () -> number(depth) + comparison() + number(depth),
                () -> "even(" + whole(depth) + ")",
                () -> number(1) + " IS" + not() + " NULL",
                () -> truth(depth) + " IS" + not() + pick(() -> " TRUE", () -> " FALSE", () -> " UNKNOWN"),
                () -> whole(1) + not() + " BETWEEN 2 AND " + whole(1),
                () -> whole(1) + not() + " IN (1, 2, " + whole(1) + ")",
                () -> "id" + not() + " IN (SELECT twice(id) FROM devices)",
                () -> "site = 7"));
        if (depth > 0) {
            forms.add(() -> "(" + condition(depth - 1) + " AND " + condition(depth - 1) + ")");
            forms.add(() -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")");
            forms.add(() -> "NOT (" + condition(depth - 1) + ")");
        }
        return forms.get(random.nextInt(forms.size())).get();
    }

    private String comparison() {
        return pick(
                () -> " = ",
                () -> " <> ",
                () -> " < ",
                () -> " <= ",
                () -> " > ",
                () -> " >= ",
                () -> " IS DISTINCT FROM ",
                () -> " IS NOT DISTINCT FROM ");
    }

    private String not() {
        return random.nextBoolean() ? "" : " NOT";
    }

    @SafeVarargs
    private String pick(Supplier<String>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }
}

package dev.nacre.jdbc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A row of the table of types: a function that gives back what it takes, the SQL type that it is declared with, and
 * values of that type.
 */
record TypeRow(String guest, String export, String sqlType, RandomLiteral values) {
    private static final String MOMENT_RECORD = "TIMESTAMP(9)";
    private static final String POINT = "ROW(X DOUBLE PRECISION, Y DOUBLE PRECISION)";
    private static final String SALE =
            "ROW(NOTE VARCHAR(40), ID UUID, AT TIMESTAMP(9) WITH TIME ZONE, PRICE DECIMAL(20, 4),"
                    + " LEVEL VARCHAR, MARKS VARCHAR ARRAY, DUE DATE, OPENS TIME(9), LASTS INTERVAL DAY(6) TO SECOND(9),"
                    + " DISCOUNTS DECIMAL(5, 2) ARRAY)";
    private static final String CELL = "ROW(TAG VARCHAR, NUMBER DECIMAL(20, 4), MOMENT TIMESTAMP(9), MAYBE INTEGER,"
            + " MANY VARCHAR(40) ARRAY, SALE " + SALE + ", PAIR ROW(A BIGINT, B VARCHAR))";

    @Override
    public String toString() {
        return sqlType + " as " + export;
    }

    static List<TypeRow> all() {
        List<TypeRow> rows = new ArrayList<>();
        numbers(rows);
        texts(rows);
        times(rows);
        intervals(rows);
        collections(rows);
        return rows;
    }

    private static void numbers(List<TypeRow> rows) {
        rows.add(shapes("bool", "BOOLEAN", RandomLiteral.of("TRUE", "FALSE")));
        rows.add(shapes("option-bool", "BOOLEAN", RandomLiteral.of("TRUE", "FALSE")));
        Map<String, Integer> sqlBits = Map.of("TINYINT", 8, "SMALLINT", 16, "INTEGER", 32, "BIGINT", 64);
        for (String sql : List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT")) {
            for (int bits : List.of(8, 16, 32, 64)) {
                int width = Math.min(bits, sqlBits.get(sql)) - 1;
                BigInteger limit = BigInteger.ONE.shiftLeft(width);
                BigInteger unsigned = bits < sqlBits.get(sql) ? BigInteger.ONE.shiftLeft(bits) : limit;
                RandomLiteral signed = RandomLiteral.whole(limit.negate(), limit.subtract(BigInteger.ONE));
                RandomLiteral natural = RandomLiteral.whole(BigInteger.ZERO, unsigned.subtract(BigInteger.ONE));
                rows.add(shapes("s" + bits, sql, signed));
                rows.add(shapes("u" + bits, sql, natural));
                if (bits == sqlBits.get(sql)) {
                    rows.add(bits < 32 ? sql("option-s" + bits, sql, signed) : shapes("option-s" + bits, sql, signed));
                    rows.add(sql("option-u" + bits, sql, natural));
                }
            }
        }
        rows.add(shapes("f32", "REAL", RandomLiteral.real()));
        rows.add(sql("option-f32", "REAL", RandomLiteral.real()));
        rows.add(shapes("f64", "DOUBLE PRECISION", RandomLiteral.floating()));
        rows.add(shapes("option-f64", "DOUBLE PRECISION", RandomLiteral.floating()));
        rows.add(sql("decimal", "DECIMAL(30, 7)", RandomLiteral.decimal(30, 7)));
        rows.add(sql("option-decimal", "DECIMAL(20, 20)", RandomLiteral.decimal(20, 20)));
        rows.add(shapes("string", "DECIMAL(30, 7)", RandomLiteral.decimal(30, 7)));
        rows.add(shapes("option-string", "DECIMAL(9)", RandomLiteral.decimal(9, 0)));
        rows.add(shapes("s64", "DECIMAL(20, 0)", RandomLiteral.whole(Long.MIN_VALUE, Long.MAX_VALUE)));
        rows.add(shapes(
                "u64", "DECIMAL(20, 0)", RandomLiteral.whole(BigInteger.ZERO, new BigInteger("18446744073709551615"))));
    }

    private static void texts(List<TypeRow> rows) {
        RandomLiteral level = RandomLiteral.of("'low'", "'high'", "'out-of-range'");
        rows.add(shapes("string", "CHARACTER(12)", RandomLiteral.text(6)));
        rows.add(shapes("string", "CHARACTER VARYING", RandomLiteral.text(40)));
        rows.add(shapes("option-string", "CHARACTER VARYING(80)", RandomLiteral.text(40)));
        rows.add(shapes("char", "CHARACTER(1)", RandomLiteral.character(0xFFFF).or("' '")));
        rows.add(shapes("char", "CHARACTER(2)", RandomLiteral.character(Character.MAX_CODE_POINT)));
        rows.add(sql("option-char", "CHARACTER VARYING(2)", RandomLiteral.character(Character.MAX_CODE_POINT)));
        rows.add(sql("level", "CHARACTER VARYING", level));
        rows.add(sql("level", "CHARACTER(12)", level));
        rows.add(sql("option-level", "CHARACTER VARYING(12)", level));
        rows.add(shapes("list-u8", "BINARY(4)", RandomLiteral.binary(4, 4)));
        rows.add(shapes("list-u8", "BINARY VARYING", RandomLiteral.binary(0, 40)));
        rows.add(shapes("list-u8", "BINARY LARGE OBJECT", RandomLiteral.binary(0, 400)));
        rows.add(shapes("option-list-u8", "BINARY VARYING(40)", RandomLiteral.binary(0, 40)));
        rows.add(sql("uuid", "UUID", RandomLiteral.uuid()));
        rows.add(sql("option-uuid", "UUID", RandomLiteral.uuid()));
        rows.add(sql("halves", "UUID", RandomLiteral.uuid()));
        rows.add(sql("option-halves", "UUID", RandomLiteral.uuid()));
        rows.add(shapes("list-u8", "UUID", RandomLiteral.uuid()));
        rows.add(shapes("string", "UUID", RandomLiteral.uuid()));
        rows.add(shapes("string", "JSON", RandomLiteral.json()));
        rows.add(shapes("option-string", "JSON", RandomLiteral.json()));
    }

    private static void times(List<TypeRow> rows) {
        rows.add(sql("date", "DATE", RandomLiteral.date()));
        rows.add(sql("option-date", "DATE", RandomLiteral.date()));
        rows.add(shapes("s32", "DATE", RandomLiteral.date()));
        rows.add(shapes("option-s32", "DATE", RandomLiteral.date()));
        rows.add(shapes("string", "DATE", RandomLiteral.date()));
        rows.add(sql("time", "TIME(9)", RandomLiteral.time()));
        rows.add(sql("option-time", "TIME(9)", RandomLiteral.time()));
        rows.add(shapes("s64", "TIME(9)", RandomLiteral.time()));
        rows.add(shapes("string", "TIME(9)", RandomLiteral.time()));
        rows.add(shapes("string", "TIME(9) WITH TIME ZONE", RandomLiteral.timeWithZone()));
        rows.add(sql("timestamp", MOMENT_RECORD, RandomLiteral.timestamp(9)));
        rows.add(sql("option-timestamp", MOMENT_RECORD, RandomLiteral.timestamp(9)));
        rows.add(shapes("s64", "TIMESTAMP", RandomLiteral.timestamp(6)));
        rows.add(shapes("option-s64", "TIMESTAMP", RandomLiteral.timestamp(6)));
        rows.add(shapes("string", MOMENT_RECORD, RandomLiteral.timestamp(9)));
        String zoned = "TIMESTAMP(9) WITH TIME ZONE";
        rows.add(sql("timestamp-with-offset", zoned, RandomLiteral.timestampWithZone(9)));
        rows.add(sql("option-timestamp-with-offset", zoned, RandomLiteral.timestampWithZone(9)));
        rows.add(shapes("s64", "TIMESTAMP WITH TIME ZONE", RandomLiteral.timestampInUtc(6)));
        rows.add(shapes("string", zoned, RandomLiteral.timestampWithZone(9)));
    }

    private static void intervals(List<TypeRow> rows) {
        Map<String, RandomLiteral> spans = Map.ofEntries(
                Map.entry("YEAR(9)", RandomLiteral.of("'-99999999'", "'12'", "'0'")),
                Map.entry("MONTH(9)", RandomLiteral.of("'-999999999'", "'13'", "'0'")),
                Map.entry("YEAR(4) TO MONTH", RandomLiteral.of("'-9999-11'", "'0-1'", "'1-0'")),
                Map.entry("DAY(9)", RandomLiteral.of("'-999999999'", "'12'", "'0'")),
                Map.entry("HOUR(9)", RandomLiteral.of("'-999999999'", "'25'", "'0'")),
                Map.entry("MINUTE(9)", RandomLiteral.of("'-999999999'", "'61'", "'0'")),
                Map.entry("SECOND(9, 9)", RandomLiteral.of("'-999999999.999999999'", "'-0.5'", "'0.000000001'", "'0'")),
                Map.entry("DAY(9) TO HOUR", RandomLiteral.of("'-999999999 23'", "'0 1'")),
                Map.entry("DAY(9) TO MINUTE", RandomLiteral.of("'-999999999 23:59'", "'0 01:02'")),
                Map.entry("DAY(9) TO SECOND(9)", RandomLiteral.of("'-1 23:59:59.999999999'", "'0 00:00:00.000000001'")),
                Map.entry("HOUR(9) TO MINUTE", RandomLiteral.of("'-999999999:59'", "'0:01'")),
                Map.entry("HOUR(9) TO SECOND(9)", RandomLiteral.of("'-9:59:59.999999999'", "'0:00:00.5'")),
                Map.entry("MINUTE(9) TO SECOND(9)", RandomLiteral.of("'-99:59.999999999'", "'0:00.5'")));
        spans.forEach((fields, text) -> {
            String type = "INTERVAL " + fields;
            RandomLiteral values = text.with(value -> "CAST(INTERVAL " + value + " " + fields + " AS " + type + ")");
            rows.add(sql("interval", type, values));
            rows.add(sql("option-interval", type, values));
            rows.add(shapes("string", type, values));
        });
    }

    private static void collections(List<TypeRow> rows) {
        RandomLiteral numbers = RandomLiteral.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        RandomLiteral words = RandomLiteral.text(12);
        RandomLiteral prices = RandomLiteral.decimal(20, 4);
        rows.add(shapes(
                "list-bool", "BOOLEAN ARRAY", RandomLiteral.array("BOOLEAN", RandomLiteral.of("TRUE", "FALSE"))));
        rows.add(shapes("list-u8", "SMALLINT ARRAY", RandomLiteral.array("SMALLINT", RandomLiteral.whole(0, 255))));
        rows.add(shapes("list-s32", "INTEGER ARRAY", RandomLiteral.array("INTEGER", numbers)));
        rows.add(shapes(
                "list-u64", "BIGINT ARRAY", RandomLiteral.array("BIGINT", RandomLiteral.whole(0, Long.MAX_VALUE))));
        rows.add(shapes(
                "list-f64",
                "DOUBLE PRECISION ARRAY",
                RandomLiteral.array("DOUBLE PRECISION", RandomLiteral.floating())));
        rows.add(shapes(
                "list-char", "VARCHAR(2) ARRAY", RandomLiteral.array("VARCHAR(2)", RandomLiteral.character(0x10FFFF))));
        rows.add(shapes("list-string", "VARCHAR ARRAY", RandomLiteral.array("VARCHAR", words)));
        rows.add(shapes("list-option-s32", "INTEGER ARRAY", RandomLiteral.array("INTEGER", numbers.orNull())));
        rows.add(shapes(
                "list-list-string",
                "VARCHAR ARRAY ARRAY",
                RandomLiteral.array("VARCHAR ARRAY", RandomLiteral.array("VARCHAR", words))));
        rows.add(sql(
                "list-list",
                "BIGINT ARRAY ARRAY",
                RandomLiteral.array(
                        "BIGINT ARRAY",
                        RandomLiteral.array("BIGINT", numbers.orNull()).orNull())));
        rows.add(sql("option-list", "VARCHAR ARRAY", RandomLiteral.array("VARCHAR", words.orNull())));
        rows.add(sql("list-decimal", "DECIMAL(20, 4) ARRAY", RandomLiteral.array("DECIMAL(20, 4)", prices)));
        rows.add(sql(
                "list-option-date",
                "DATE ARRAY",
                RandomLiteral.array("DATE", RandomLiteral.date().orNull())));
        rows.add(sql(
                "list-option-time",
                "TIME(9) ARRAY",
                RandomLiteral.array("TIME(9)", RandomLiteral.time().orNull())));
        rows.add(sql(
                "list-option-timestamp",
                "TIMESTAMP(9) ARRAY",
                RandomLiteral.array("TIMESTAMP(9)", RandomLiteral.timestamp(9).orNull())));
        rows.add(sql(
                "list-option-uuid",
                "UUID ARRAY",
                RandomLiteral.array("UUID", RandomLiteral.uuid().orNull())));
        rows.add(sql(
                "list-option-bytes",
                "VARBINARY ARRAY",
                RandomLiteral.array("VARBINARY", RandomLiteral.binary(0, 9).orNull())));
        RandomLiteral marks =
                RandomLiteral.of("ARRAY['checked', 'sent-back']", "ARRAY['paid']", "CAST(ARRAY[] AS VARCHAR ARRAY)");
        rows.add(sql("marks", "VARCHAR ARRAY", marks));
        rows.add(sql("option-marks", "VARCHAR ARRAY", marks));
        rows.add(sql("list-marks", "VARCHAR ARRAY ARRAY", RandomLiteral.array("VARCHAR ARRAY", marks)));
        String pair = "ROW(K VARCHAR(40), V INTEGER)";
        RandomLiteral pairs = RandomLiteral.array(pair, RandomLiteral.row(words, numbers));
        rows.add(sql("pairs", pair + " ARRAY", pairs));
        rows.add(new TypeRow("maps", "echo-counts", pair + " ARRAY", pairs));
        String name = "ROW(K DECIMAL(20, 0), V VARCHAR)";
        rows.add(new TypeRow(
                "maps",
                "echo-names",
                name + " ARRAY",
                RandomLiteral.array(
                        name,
                        RandomLiteral.row(
                                RandomLiteral.whole(0, Long.MAX_VALUE)
                                        .with(key -> "CAST(" + key + " AS DECIMAL(20, 0))"),
                                words.orNull()))));
        RandomLiteral point = RandomLiteral.row(RandomLiteral.floating(), RandomLiteral.floating());
        rows.add(shapes("point", POINT, point));
        rows.add(shapes("option-point", POINT, point));
        rows.add(shapes("list-point", POINT + " ARRAY", RandomLiteral.array(POINT, point)));
        rows.add(shapes(
                "segment", "ROW(\"END\" " + POINT + ", \"START\" " + POINT + ")", RandomLiteral.row(point, point)));
        rows.add(shapes("tuple-single", "ROW(A BOOLEAN)", RandomLiteral.row(RandomLiteral.of("TRUE", "FALSE"))));
        rows.add(shapes("tuple-pair", "ROW(A INTEGER, B VARCHAR)", RandomLiteral.row(numbers, words)));
        rows.add(shapes(
                "shape",
                "ROW(TAG VARCHAR, CIRCLE DOUBLE PRECISION, RECTANGLE ROW(WIDTH DOUBLE PRECISION, HEIGHT DOUBLE PRECISION),"
                        + " SQUARE REAL)",
                RandomLiteral.variant(List.of(
                        random -> "'circle', " + RandomLiteral.floating().sql(random) + ", NULL, NULL",
                        random -> "'rectangle', NULL, " + point.sql(random) + ", NULL",
                        random ->
                                "'square', NULL, NULL, " + RandomLiteral.real().sql(random),
                        random -> "'point', NULL, NULL, NULL"))));
        rows.add(sql("sale", SALE, sale()));
        rows.add(sql("option-sale", SALE, sale()));
        rows.add(sql("list-sale", SALE + " ARRAY", RandomLiteral.fullArray(sale().orNull())));
        rows.add(sql("cell", CELL, cell()));
        rows.add(sql("option-cell", CELL, cell()));
        rows.add(sql("list-cell", CELL + " ARRAY", RandomLiteral.fullArray(cell())));
    }

    private static RandomLiteral sale() {
        return RandomLiteral.row(
                RandomLiteral.text(12).orNull(),
                RandomLiteral.uuid(),
                RandomLiteral.timestampWithZone(9),
                RandomLiteral.decimal(20, 4),
                RandomLiteral.of("'low'", "'out-of-range'"),
                RandomLiteral.of("ARRAY['checked', 'sent-back']", "CAST(ARRAY[] AS VARCHAR ARRAY)"),
                RandomLiteral.date().orNull(),
                RandomLiteral.time().orNull(),
                RandomLiteral.of(
                        "CAST(INTERVAL '-12 01:02:03.5' DAY TO SECOND AS INTERVAL DAY(6) TO SECOND(9))", "NULL"),
                RandomLiteral.array("DECIMAL(5, 2)", RandomLiteral.decimal(5, 2).orNull()));
    }

    private static RandomLiteral cell() {
        return RandomLiteral.variant(List.of(
                random -> "'nothing', NULL, NULL, NULL, NULL, NULL, NULL",
                random -> "'number', " + RandomLiteral.decimal(20, 4).sql(random) + ", NULL, NULL, NULL, NULL, NULL",
                random -> "'moment', NULL, " + RandomLiteral.timestamp(9).sql(random) + ", NULL, NULL, NULL, NULL",
                random ->
                        "'maybe', NULL, NULL, " + RandomLiteral.of("7", "NULL").sql(random) + ", NULL, NULL, NULL",
                random -> "'many', NULL, NULL, NULL, "
                        + RandomLiteral.array("VARCHAR", RandomLiteral.text(9).orNull())
                                .sql(random) + ", NULL, NULL",
                random -> "'sale', NULL, NULL, NULL, NULL, " + sale().sql(random) + ", NULL",
                random -> "'pair', NULL, NULL, NULL, NULL, NULL, ROW(CAST(-9 AS BIGINT), 'x')"));
    }

    private static TypeRow shapes(String type, String sqlType, RandomLiteral values) {
        return new TypeRow("shapes-rust", "nacre:shapes/echo@0.1.0#echo-" + type, sqlType, values);
    }

    private static TypeRow sql(String type, String sqlType, RandomLiteral values) {
        return new TypeRow("sql-rust", "nacre:sql-guest/echo@0.1.0#echo-" + type, sqlType, values);
    }
}

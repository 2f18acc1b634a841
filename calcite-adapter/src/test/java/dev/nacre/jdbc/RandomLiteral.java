package dev.nacre.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes random values of an SQL type as text that H2 reads; the edges of the type come often. */
interface RandomLiteral {
    /** Returns the text of a value. */
    String sql(RandomGenerator random);

    /** Returns one of some texts. */
    static RandomLiteral of(String... texts) {
        return random -> texts[random.nextInt(texts.length)];
    }

    /** Returns one of some texts half of the time. */
    default RandomLiteral or(String... edges) {
        return random -> random.nextBoolean() ? sql(random) : of(edges).sql(random);
    }

    /** Returns NULL at times. */
    default RandomLiteral orNull() {
        return random -> random.nextInt(4) == 0 ? "NULL" : sql(random);
    }

    default RandomLiteral with(UnaryOperator<String> change) {
        return random -> change.apply(sql(random));
    }

    /** Writes whole numbers from the lowest to the highest. */
    static RandomLiteral whole(BigInteger lowest, BigInteger highest) {
        BigInteger width = highest.subtract(lowest).add(BigInteger.ONE);
        RandomLiteral middle = random ->
                lowest.add(new BigInteger(1, bytes(random, 16)).mod(width)).toString();
        return middle.or(
                lowest.toString(),
                highest.toString(),
                BigInteger.ZERO.max(lowest).toString());
    }

    static RandomLiteral whole(long lowest, long highest) {
        return whole(BigInteger.valueOf(lowest), BigInteger.valueOf(highest));
    }

    /** Writes numbers of so many digits, of which the scale says how many stand behind the point. */
    static RandomLiteral decimal(int precision, int scale) {
        BigInteger limit = BigInteger.TEN.pow(precision);
        RandomLiteral middle =
                random -> new BigDecimal(new BigInteger(bytes(random, 16)).remainder(limit), scale).toPlainString();
        String edge = new BigDecimal(limit.subtract(BigInteger.ONE), scale).toPlainString();
        return middle.or(edge, "-" + edge, new BigDecimal(BigInteger.ZERO, scale).toPlainString());
    }

    static RandomLiteral real() {
        RandomLiteral middle = random -> "CAST(" + Float.intBitsToFloat(random.nextInt() & 0xBFFFFFFF) + " AS REAL)";
        return middle.or(
                "CAST('NaN' AS REAL)", "CAST('-Infinity' AS REAL)", "CAST(1.4E-45 AS REAL)", "CAST(0 AS REAL)");
    }

    static RandomLiteral floating() {
        RandomLiteral middle = random ->
                "CAST(" + Double.longBitsToDouble(random.nextLong() & 0xBFFFFFFFFFFFFFFFL) + " AS DOUBLE PRECISION)";
        return middle.or(
                "CAST('NaN' AS DOUBLE PRECISION)",
                "CAST('Infinity' AS DOUBLE PRECISION)",
                "CAST(4.9E-324 AS DOUBLE PRECISION)",
                "CAST(0 AS DOUBLE PRECISION)");
    }

    /** Writes strings of so many characters at most, of the whole of Unicode. */
    static RandomLiteral text(int length) {
        RandomLiteral middle = random -> quoted(IntStream.range(0, random.nextInt(length + 1))
                .map(index -> codePoint(random, Character.MAX_CODE_POINT))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        return middle.or("''", "'''quoted'''", "' blanks '", quoted("Zo\u00eb \ud83e\udd80"));
    }

    /** Writes one character up to a code point. */
    static RandomLiteral character(int highest) {
        RandomLiteral middle = random -> quoted(Character.toString(codePoint(random, highest)));
        return middle.or("'a'", "''''", "'\u00eb'");
    }

    private static int codePoint(RandomGenerator random, int highest) {
        int found = random.nextInt(0x21, random.nextBoolean() ? 0x7F : highest + 1);
        return found >= Character.MIN_SURROGATE && found <= Character.MAX_SURROGATE ? 'x' : found;
    }

    static RandomLiteral binary(int shortest, int longest) {
        return random -> "X'" + HexFormat.of().formatHex(bytes(random, random.nextInt(shortest, longest + 1))) + "'";
    }

    static RandomLiteral uuid() {
        RandomLiteral middle = random -> "UUID '" + new UUID(random.nextLong(), random.nextLong()) + "'";
        return middle.or("UUID '00000000-0000-0000-0000-000000000000'", "UUID 'ffffffff-ffff-ffff-ffff-ffffffffffff'");
    }

    static RandomLiteral date() {
        return day(-30_000, 30_000).with(day -> "DATE '" + day + "'").or("DATE '-0004-02-29'", "DATE '0001-01-01'");
    }

    private static RandomLiteral day(int lowestYear, int highestYear) {
        return random -> String.format(
                "%s%04d-%02d-%02d",
                random.nextInt(9) == 0 && lowestYear < 0 ? "-" : "",
                random.nextInt(highestYear + 1),
                random.nextInt(1, 13),
                random.nextInt(1, 29));
    }

    private static RandomLiteral clock(int digits) {
        RandomLiteral middle = random -> String.format(
                "%02d:%02d:%02d.%0" + digits + "d",
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60),
                random.nextInt((int) Math.pow(10, digits)));
        return middle.or("00:00:00", "23:59:59." + "9".repeat(digits), "12:00:00");
    }

    static RandomLiteral time() {
        return clock(9).with(clock -> "TIME '" + clock + "'");
    }

    static RandomLiteral timeWithZone() {
        return random -> "TIME WITH TIME ZONE '" + clock(9).sql(random) + offset(random) + "'";
    }

    static RandomLiteral timestamp(int digits) {
        return random -> "TIMESTAMP '" + day(-9_999, 9_999).sql(random) + " "
                + clock(digits).sql(random) + "'";
    }

    static RandomLiteral timestampWithZone(int digits) {
        return random -> "TIMESTAMP WITH TIME ZONE '" + day(-9_999, 9_999).sql(random) + " "
                + clock(digits).sql(random) + offset(random) + "'";
    }

    static RandomLiteral timestampInUtc(int digits) {
        return random -> "TIMESTAMP WITH TIME ZONE '" + day(-9_999, 9_999).sql(random) + " "
                + clock(digits).sql(random) + "+00'";
    }

    private static String offset(RandomGenerator random) {
        return of("+00", "-18:00", "+18:00", "+05:45", "-03:30:15", "+01").sql(random);
    }

    static RandomLiteral json() {
        return of("null", "1.50", "\"\u00eb\"", "[1, [], {}]", "{\"a\": [1, null, true]}")
                .with(json -> quoted(json) + " FORMAT JSON");
    }

    /** Writes arrays of one to four elements whose type is that of the column. */
    static RandomLiteral fullArray(RandomLiteral element) {
        return random -> Stream.generate(() -> element.sql(random))
                .limit(random.nextInt(1, 5))
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    /** Writes arrays of up to four elements. */
    static RandomLiteral array(String elementType, RandomLiteral element) {
        return random -> {
            String items = Stream.generate(() -> element.sql(random))
                    .limit(random.nextInt(5))
                    .collect(Collectors.joining(", "));
            return "CAST(ARRAY[" + items + "] AS " + elementType + " ARRAY)";
        };
    }

    static RandomLiteral row(RandomLiteral... fields) {
        return random ->
                Stream.of(fields).map(field -> field.sql(random)).collect(Collectors.joining(", ", "ROW(", ")"));
    }

    /** Writes a variant: each case says what stands in the row behind the tag. */
    static RandomLiteral variant(List<Function<RandomGenerator, String>> cases) {
        return random -> "ROW(" + cases.get(random.nextInt(cases.size())).apply(random) + ")";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static byte[] bytes(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

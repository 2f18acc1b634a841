package dev.nacre.jdbc.compare;

import static dev.nacre.jdbc.compare.Argument.named;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.sql.ConnectionEventListener;
import javax.sql.StatementEventListener;
import org.h2.api.H2Type;
import org.h2.api.Interval;
import org.jspecify.annotations.Nullable;

/** Values of every type that JDBC's methods take: ordinary ones first, then null, extremes and what does not fit. */
final class Values {
    private static final JDBCType[] SOME_TYPES = {
        JDBCType.INTEGER,
        JDBCType.VARCHAR,
        JDBCType.NUMERIC,
        JDBCType.DOUBLE,
        JDBCType.BOOLEAN,
        JDBCType.VARBINARY,
        JDBCType.CLOB,
        JDBCType.BLOB,
        JDBCType.TIMESTAMP,
        JDBCType.TIME_WITH_TIMEZONE,
        JDBCType.ARRAY,
        JDBCType.STRUCT,
        JDBCType.OTHER,
        JDBCType.ROWID
    };

    private static final Map<Class<?>, List<Argument>> BY_TYPE = byType();

    private Values() {}

    /** Returns the values for a type, null for a type that nobody has thought of yet. */
    static @Nullable List<Argument> of(Class<?> type) {
        return BY_TYPE.get(type);
    }

    static List<Argument> list(@Nullable Object... values) {
        return Stream.of(values).map(Argument::of).toList();
    }

    private static Map<Class<?>, List<Argument>> byType() {
        Map<Class<?>, List<Argument>> values = new HashMap<>();
        putNumbers(values);
        putTimes(values);
        putStreams(values);
        putSqlObjects(values);
        values.put(boolean.class, list(true, false));
        values.put(String.class, list("12", null, "", "small", "2024-02-29", "{\"a\":1}", "\uD800", "a'b\"c"));
        values.put(byte[].class, list(new byte[] {1, 2}, null, new byte[0]));
        values.put(int[].class, list(new int[] {1}, null, new int[0], new int[] {9}));
        values.put(
                String[].class,
                list(new String[] {"ID"}, null, new String[0], new String[] {"NOPE"}, new String[] {null}));
        values.put(Object[].class, list(new Object[] {1, 2}, null, new Object[0], new Object[] {"x", null}));
        values.put(Map.class, list(Map.of(), null, Map.of("A", String.class)));
        values.put(Class.class, classes());
        values.put(Object.class, objects());
        values.put(
                Properties.class,
                List.of(
                        named("properties", side -> properties("ApplicationName", "test")),
                        Argument.of(null),
                        named("a setting of H2's", side -> properties("SCHEMA", "INFORMATION_SCHEMA")),
                        named("an unknown setting", side -> properties("nope", "1"))));
        Executor here = Runnable::run;
        values.put(Executor.class, list(here, null));
        values.put(
                PrintWriter.class,
                List.of(named("writer", side -> new PrintWriter(Writer.nullWriter())), Argument.of(null)));
        values.put(
                ConnectionEventListener.class,
                List.of(named("listener", Side::events), named("another listener", side -> new PoolEvents())));
        values.put(
                StatementEventListener.class,
                List.of(named("listener", side -> new PoolEvents.OfStatements()), Argument.of(null)));
        values.put(URL.class, List.of(named("URL", side -> url()), Argument.of(null)));
        return values;
    }

    private static void putNumbers(Map<Class<?>, List<Argument>> values) {
        values.put(byte.class, list((byte) 1, Byte.MIN_VALUE));
        values.put(short.class, list((short) 1, Short.MIN_VALUE));
        values.put(int.class, list(1, 0, 2, -1, 3, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE));
        values.put(long.class, list(1L, 0L, -1L, Long.MAX_VALUE));
        values.put(float.class, list(1.5f, Float.NaN));
        values.put(double.class, list(1.5, Double.NEGATIVE_INFINITY));
        values.put(BigDecimal.class, list(new BigDecimal("1.50"), null, new BigDecimal("1e40")));
    }

    private static void putTimes(Map<Class<?>, List<Argument>> values) {
        values.put(Date.class, list(Date.valueOf("2024-02-29"), null));
        values.put(Time.class, list(Time.valueOf("12:34:56"), null));
        values.put(Timestamp.class, list(Timestamp.valueOf("2024-02-29 12:34:56.123456789"), null));
        values.put(
                Calendar.class,
                List.of(
                        named("Calendar +5", side -> new GregorianCalendar(TimeZone.getTimeZone("GMT+5"))),
                        Argument.of(null)));
    }

    private static void putStreams(Map<Class<?>, List<Argument>> values) {
        values.put(
                InputStream.class,
                List.of(
                        named("InputStream", side -> new ByteArrayInputStream("12".getBytes(UTF_8))),
                        Argument.of(null),
                        named("InputStream that fails", side -> failingStream())));
        values.put(
                Reader.class,
                List.of(
                        named("Reader", side -> new StringReader("12")),
                        Argument.of(null),
                        named("Reader that fails", side -> failingReader())));
    }

    private static InputStream failingStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("no more bytes");
            }
        };
    }

    private static Reader failingReader() {
        return new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("no more characters");
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private static void putSqlObjects(Map<Class<?>, List<Argument>> values) {
        Argument none = Argument.of(null);
        values.put(Blob.class, List.of(named("Blob", Values::blob), none));
        values.put(Clob.class, List.of(named("Clob", Values::clob), none));
        values.put(NClob.class, List.of(named("NClob", Values::nclob), none));
        values.put(SQLXML.class, List.of(named("SQLXML", Values::xml), none));
        values.put(
                Array.class,
                List.of(named("Array", side -> side.connection().createArrayOf("INTEGER", new Object[] {1, 2})), none));
        values.put(Struct.class, List.of(none));
        values.put(Ref.class, List.of(none));
        values.put(RowId.class, List.of(none));
        values.put(ShardingKey.class, List.of(none));
        values.put(Savepoint.class, List.of(named("savepoint", Values::savepoint), none));
        values.put(SQLType.class, types(SOME_TYPES, H2Type.INTEGER, H2Type.array(H2Type.BIGINT), H2Type.GEOMETRY));
    }

    private static List<Argument> types(SQLType[] standard, SQLType... more) {
        List<Argument> types = new ArrayList<>(list((Object[]) standard));
        types.addAll(list((Object[]) more));
        types.add(Argument.of(null));
        return types;
    }

    private static @Nullable Savepoint savepoint(Side side) throws SQLException {
        return side.connection().isClosed() || side.connection().getAutoCommit()
                ? null
                : side.connection().setSavepoint("s");
    }

    private static Blob blob(Side side) throws SQLException {
        Blob blob = side.connection().createBlob();
        blob.setBytes(1, new byte[] {1, 2, 3});
        return blob;
    }

    private static Clob clob(Side side) throws SQLException {
        Clob clob = side.connection().createClob();
        clob.setString(1, "12");
        return clob;
    }

    private static NClob nclob(Side side) throws SQLException {
        NClob clob = side.connection().createNClob();
        clob.setString(1, "12");
        return clob;
    }

    private static SQLXML xml(Side side) throws SQLException {
        SQLXML xml = side.connection().createSQLXML();
        xml.setString("<a/>");
        return xml;
    }

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }

    private static URL url() throws SQLException {
        try {
            return new URL("https://localhost/");
        } catch (MalformedURLException impossible) {
            throw new SQLException(impossible);
        }
    }

    private static List<Argument> classes() {
        return list(
                String.class,
                null,
                Object.class,
                Boolean.class,
                Byte.class,
                Short.class,
                Integer.class,
                Long.class,
                Float.class,
                Double.class,
                BigInteger.class,
                BigDecimal.class,
                UUID.class,
                byte[].class,
                Object[].class,
                Integer[].class,
                Date.class,
                Time.class,
                Timestamp.class,
                java.util.Date.class,
                Calendar.class,
                LocalDate.class,
                LocalTime.class,
                LocalDateTime.class,
                OffsetDateTime.class,
                OffsetTime.class,
                ZonedDateTime.class,
                Instant.class,
                Period.class,
                Duration.class,
                Interval.class,
                Array.class,
                Blob.class,
                Clob.class,
                NClob.class,
                SQLXML.class,
                Struct.class,
                ResultSet.class,
                InputStream.class,
                Reader.class,
                int.class,
                Values.class);
    }

    private static List<Argument> objects() {
        List<Argument> objects = new ArrayList<>(list(
                7,
                null,
                "12",
                true,
                (byte) 1,
                (short) 2,
                3L,
                1.5f,
                2.5,
                new BigDecimal("3.250"),
                BigInteger.TEN,
                'c',
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                new byte[] {1, 2},
                new Object[] {1, "x", null},
                new Integer[] {1, 2},
                new int[] {1},
                new Object[] {new Object[] {1}},
                Date.valueOf("2024-02-29"),
                Time.valueOf("12:34:56"),
                Timestamp.valueOf("2024-02-29 12:34:56.123456789"),
                new java.util.Date(1_700_000_000_000L),
                LocalDate.of(2024, 2, 29),
                LocalTime.of(12, 34, 56, 7),
                LocalDateTime.of(2024, 2, 29, 12, 34),
                OffsetDateTime.of(2024, 2, 29, 12, 34, 0, 0, ZoneOffset.ofHours(3)),
                OffsetTime.of(12, 34, 0, 0, ZoneOffset.ofHours(-3)),
                ZonedDateTime.of(2024, 2, 29, 12, 34, 0, 0, ZoneOffset.UTC),
                Instant.ofEpochSecond(1_700_000_000),
                Period.ofMonths(14),
                Duration.ofSeconds(90_061),
                Interval.ofDays(3),
                JDBCType.ARRAY,
                new ArrayList<>(List.of("a"))));
        objects.add(named("an object that is not serializable", side -> new Object() {
            @Override
            public String toString() {
                return "nothing";
            }
        }));
        objects.add(named("Blob", Values::blob));
        objects.add(named("Clob", Values::clob));
        objects.add(named("SQLXML", Values::xml));
        objects.add(named("InputStream", side -> new ByteArrayInputStream(new byte[] {1, 2})));
        objects.add(named("Reader", side -> new StringReader("12")));
        objects.add(named("Array", side -> side.connection().createArrayOf("INTEGER", new Object[] {1, 2})));
        return objects;
    }

    /** Returns numbers of {@link Types}, and one that is none. */
    static List<Argument> typeNumbers() {
        List<Argument> types = new ArrayList<>();
        types.add(Argument.of(Types.INTEGER));
        for (JDBCType type : SOME_TYPES) {
            types.add(Argument.of(type.getVendorTypeNumber()));
        }
        types.add(Argument.of(12345));
        return types;
    }
}

package dev.nacre.jdbc.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.BatchUpdateException;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.CommonDataSource;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;

/** Draws what a method gave as text, down to rows, bytes and causes, so that two drivers' answers can be compared. */
final class Sketch {
    private static final Map<Class<?>, List<Method>> METHODS = new ConcurrentHashMap<>();

    private final Side side;

    Sketch(Side side) {
        this.side = side;
    }

    String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        String name = side.name(value);
        return name != null && !(value instanceof ResultSet) ? name : unnamed(value);
    }

    private String unnamed(Object value) {
        try {
            if (value instanceof Throwable failure) {
                return failure(failure);
            }
            if (value.getClass().isArray()) {
                return array(value);
            }
            return value instanceof InputStream || value instanceof Reader ? stream(value) : object(value);
        } catch (SQLException | IOException | RuntimeException failure) {
            return "fails: " + failure(failure);
        }
    }

    private String object(Object value) throws SQLException, IOException {
        if (value instanceof ResultSet rows) {
            return "ResultSet " + rows(rows);
        }
        if (value instanceof ResultSetMetaData || value instanceof ParameterMetaData) {
            return described(value);
        }
        if (value instanceof Connection other) {
            return kind(value) + (other.isClosed() ? " closed" : " in " + other.getSchema());
        }
        if (value instanceof DriverPropertyInfo property) {
            return property.name + "=" + property.value;
        }
        if (value instanceof Statement || value instanceof DatabaseMetaData || isSource(value)) {
            return kind(value);
        }
        return value instanceof Savepoint savepoint ? savepoint(savepoint) : content(value);
    }

    private static boolean isSource(Object value) {
        return value instanceof Driver || value instanceof CommonDataSource || value instanceof PooledConnection;
    }

    private String content(Object value) throws SQLException, IOException {
        if (value instanceof Blob blob) {
            return "Blob " + HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof Clob clob) {
            return kind(value) + " " + clob.getSubString(1, (int) clob.length());
        }
        if (value instanceof SQLXML xml) {
            return "SQLXML " + xml.getString();
        }
        if (value instanceof java.sql.Array array) {
            return "Array of " + array.getBaseTypeName() + " " + array.getBaseType() + of(array.getArray());
        }
        if (value instanceof Struct struct) {
            return "Struct " + struct.getSQLTypeName() + of(struct.getAttributes());
        }
        return value instanceof Map<?, ?> map ? "Map " + new TreeMap<>(map) : plain(value);
    }

    private static String plain(Object value) {
        String text = value.toString();
        boolean isAddress = text.startsWith(value.getClass().getName() + "@");
        return value.getClass().getName() + (isAddress ? "" : " " + text);
    }

    /** Returns the interfaces of JDBC that an object has: the classes may differ. */
    private static String kind(Object value) {
        return Stream.of(
                        "java.sql.CallableStatement",
                        "java.sql.PreparedStatement",
                        "java.sql.Statement",
                        "java.sql.Connection",
                        "java.sql.DatabaseMetaData",
                        "java.sql.NClob",
                        "java.sql.Clob",
                        "java.sql.Driver",
                        "javax.sql.DataSource",
                        "javax.sql.ConnectionPoolDataSource",
                        "javax.sql.PooledConnection")
                .filter(name -> isA(value, name))
                .toList()
                .toString();
    }

    private static boolean isA(Object value, String name) {
        try {
            return Class.forName(name).isInstance(value);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String savepoint(Savepoint savepoint) {
        String id = answer(savepoint::getSavepointId);
        return "Savepoint " + id + answer(savepoint::getSavepointName);
    }

    private interface Question {
        Object ask() throws SQLException;
    }

    private static String answer(Question question) {
        try {
            return String.valueOf(question.ask());
        } catch (SQLException failure) {
            return failure(failure);
        }
    }

    private String rows(ResultSet rows) {
        List<String> found = new ArrayList<>();
        try {
            int columns = rows.getMetaData().getColumnCount();
            found.add(columns(rows.getMetaData()));
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(cell(rows, column));
                }
                found.add(row.toString());
            }
        } catch (SQLException failure) {
            found.add(failure(failure));
        }
        return String.join("\n    ", found);
    }

    private static String columns(ResultSetMetaData columns) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int index = 1; index <= columns.getColumnCount(); index++) {
            text.append(columns.getColumnLabel(index))
                    .append(' ')
                    .append(columns.getColumnTypeName(index))
                    .append(", ");
        }
        return text.toString();
    }

    private String cell(ResultSet rows, int column) {
        try {
            return of(rows.getObject(column));
        } catch (SQLException failure) {
            return failure(failure);
        }
    }

    /** Asks metadata all that it can be asked with a column's number or without one. */
    private String described(Object metadata) throws SQLException {
        Class<?> type = metadata instanceof ResultSetMetaData ? ResultSetMetaData.class : ParameterMetaData.class;
        int count = metadata instanceof ResultSetMetaData columns
                ? columns.getColumnCount()
                : ((ParameterMetaData) metadata).getParameterCount();
        StringBuilder text = new StringBuilder(type.getSimpleName());
        for (int index = 1; index <= count; index++) {
            text.append("\n    ").append(index).append(": ");
            for (Method method : methods(type)) {
                if (Arrays.equals(method.getParameterTypes(), new Class<?>[] {int.class})) {
                    text.append(method.getName())
                            .append('=')
                            .append(invoke(metadata, method, index))
                            .append(", ");
                }
            }
        }
        return text.append("\n    ").toString();
    }

    static List<Method> methods(Class<?> type) {
        return METHODS.computeIfAbsent(type, Sketch::find);
    }

    private static List<Method> find(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName)
                        .thenComparing(method -> Arrays.toString(method.getParameterTypes())))
                .toList();
    }

    private static String invoke(Object object, Method method, int index) {
        try {
            return String.valueOf(method.invoke(object, index));
        } catch (InvocationTargetException failure) {
            return failure(failure.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String array(Object array) {
        if (array instanceof byte[] bytes) {
            return "byte[] " + HexFormat.of().formatHex(bytes);
        }
        List<String> elements = new ArrayList<>();
        for (int index = 0; index < Array.getLength(array); index++) {
            elements.add(of(Array.get(array, index)));
        }
        return array.getClass().getSimpleName() + elements;
    }

    private static String stream(Object stream) throws IOException {
        if (stream instanceof InputStream bytes) {
            return "InputStream " + HexFormat.of().formatHex(bytes.readAllBytes());
        }
        StringWriter text = new StringWriter();
        ((Reader) stream).transferTo(text);
        return "Reader " + text;
    }

    private static String failure(@Nullable Throwable failure) {
        if (failure == null) {
            return "nothing";
        }
        if (!(failure instanceof SQLException sql)) {
            return failure.getClass().getName() + ": " + failure.getMessage();
        }
        String counts = failure instanceof BatchUpdateException batch
                ? Arrays.toString(batch.getUpdateCounts()) + Arrays.toString(batch.getLargeUpdateCounts())
                : "";
        String text = "SQLException " + sql.getClass().getName() + " " + sql.getSQLState() + " " + sql.getErrorCode()
                + " " + sql.getMessage() + counts;
        return sql.getNextException() == null ? text : text + " then " + failure(sql.getNextException());
    }
}

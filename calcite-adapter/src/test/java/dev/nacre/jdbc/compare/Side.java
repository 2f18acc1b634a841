package dev.nacre.jdbc.compare;

import dev.nacre.jdbc.NacreDataSource;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** One of the two drivers in one case: a connection, and what a state made on it. */
final class Side implements AutoCloseable {
    private final Connection connection;
    private final String url;
    private final Texts texts;
    private final PoolEvents events = new PoolEvents();
    private final List<Connection> others = new ArrayList<>();
    private final List<PooledConnection> pooled = new ArrayList<>();
    private @Nullable Connection handle;
    private @Nullable Statement statement;
    private @Nullable ResultSet result;

    private Side(Connection connection, String url, Texts texts) {
        this.connection = connection;
        this.url = url;
        this.texts = texts;
    }

    static Side open(String url, Texts texts) throws SQLException {
        return new Side(DriverManager.getConnection(url), url, texts);
    }

    Connection connection() {
        return connection;
    }

    String url() {
        return url;
    }

    Texts texts() {
        return texts;
    }

    Driver driver() throws SQLException {
        return DriverManager.getDriver(url);
    }

    /** Returns a new data source, that makes pooled connections, too. */
    DataSource source(String ofUrl) {
        if (url.startsWith("jdbc:nacre:")) {
            NacreDataSource source = new NacreDataSource();
            source.setUrl(ofUrl);
            return source;
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(ofUrl);
        return source;
    }

    PoolEvents events() {
        return events;
    }

    PooledConnection pooled() throws SQLException {
        PooledConnection made = ((ConnectionPoolDataSource) source(url)).getPooledConnection();
        pooled.add(made);
        return made;
    }

    /** Returns the handle that the case is about, null for none. */
    @Nullable
    Connection handle() {
        return handle;
    }

    /** Remembers the handle of a pool that the case is about. */
    Connection keep(Connection made) {
        handle = made;
        return made;
    }

    @Nullable
    Statement statement() {
        return statement;
    }

    /** Remembers the statement that the case is about. */
    <T extends Statement> T keep(T made) {
        statement = made;
        return made;
    }

    /** Remembers the result that the case is about. */
    ResultSet keep(ResultSet made) {
        result = made;
        return made;
    }

    /** Closes at the end what a method gave. */
    @Nullable
    Object given(@Nullable Object made) {
        if (made instanceof Connection other) {
            others.add(other);
        } else if (made instanceof PooledConnection other) {
            pooled.add(other);
        }
        return made;
    }

    /** Returns a name for an object that is known, null for any other. */
    @Nullable
    String name(Object object) {
        if (object == connection) {
            return "the connection";
        }
        if (object == handle) {
            return "the handle";
        }
        if (object == statement) {
            return "the statement";
        }
        return object == result ? "the result" : null;
    }

    @Override
    public void close() throws SQLException {
        for (PooledConnection one : pooled) {
            one.close();
        }
        for (Connection one : others) {
            one.close();
        }
        connection.close();
    }
}

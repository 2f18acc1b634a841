package dev.nacre.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections by a URL, user and password set as properties. Every call opens a connection; HikariCP on top makes
 * a pool of them. Set the properties before the first connection; after that it is safe for use by many threads.
 */
public final class NacreDataSource implements DataSource {
    private volatile String url = "";
    private volatile @Nullable String user;
    private volatile @Nullable String password;
    private volatile @Nullable PrintWriter logWriter;

    /** Returns the URL, empty until it is set. */
    public String getUrl() {
        return url;
    }

    /** Sets the URL: {@code jdbc:nacre:h2:...}. */
    public void setUrl(String url) {
        this.url = url;
    }

    /** Returns the user, null for H2's default. */
    public @Nullable String getUser() {
        return user;
    }

    /** Sets the user, null for H2's default. */
    public void setUser(@Nullable String user) {
        this.user = user;
    }

    /** Sets the password, null for none. */
    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(user, password);
    }

    @Override
    public Connection getConnection(@Nullable String username, @Nullable String secret) throws SQLException {
        Properties info = new Properties();
        if (username != null) {
            info.setProperty("user", username);
        }
        if (secret != null) {
            info.setProperty("password", secret);
        }
        Connection connection = new NacreDriver().connect(url, info);
        if (connection == null) {
            throw new SQLException(
                    "data source: expected a URL that begins with " + NacreDriver.URL_PREFIX + ", found '" + url
                            + "'; set the property url",
                    "08001");
        }
        return connection;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        logWriter = out;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // H2 opens databases without a bound on time
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Nacre logs through SLF4J");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException(
                "data source: expected to unwrap a " + getClass().getName() + ", found " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}

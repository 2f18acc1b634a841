package dev.nacre.jdbc;

import java.io.PrintWriter;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.naming.Reference;
import javax.naming.Referenceable;
import javax.naming.StringRefAddr;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections by a URL, user and password set as properties, with the properties of H2's {@code JdbcDataSource}.
 * Every call opens a connection; HikariCP on top makes a pool of them. Set the properties before the first connection;
 * after that it is safe for use by many threads.
 *
 * <p>Serialized and put into JNDI it carries its password, as H2's does.
 */
public final class NacreDataSource implements DataSource, ConnectionPoolDataSource, Serializable, Referenceable {
    private static final long serialVersionUID = 1L;

    private volatile String url = "";
    private volatile @Nullable String user = "";
    private volatile char @Nullable [] password = {};
    private volatile @Nullable String description;
    private volatile int loginTimeout;
    private transient volatile @Nullable PrintWriter logWriter;

    /** Returns the URL, empty until it is set. */
    public String getUrl() {
        return url;
    }

    /** Sets the URL: {@code jdbc:nacre:h2:...}. */
    public void setUrl(String url) {
        this.url = url;
    }

    /** Returns {@link #getUrl()}: pools ask for one name or the other. */
    public String getURL() {
        return url;
    }

    /** Sets {@link #setUrl}: pools ask for one name or the other. */
    public void setURL(String url) {
        this.url = url;
    }

    /** Returns the user, empty for H2's default. */
    public @Nullable String getUser() {
        return user;
    }

    /** Sets the user, empty or null for H2's default. */
    public void setUser(@Nullable String user) {
        this.user = user;
    }

    /** Returns the password, null for none. */
    public @Nullable String getPassword() {
        char[] secret = password;
        return secret == null ? null : new String(secret);
    }

    /** Sets the password, null for none. */
    public void setPassword(@Nullable String password) {
        this.password = password == null ? null : password.toCharArray();
    }

    /** Sets the password, null for none. The array is kept, so that the caller can wipe it after the last connection. */
    public void setPasswordChars(char @Nullable [] password) {
        this.password = password;
    }

    /** Returns what an administrator wrote about this data source, null for nothing. */
    public @Nullable String getDescription() {
        return description;
    }

    /** Sets what an administrator has to say about this data source. */
    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return open(user, password == null ? null : password.clone());
    }

    @Override
    public Connection getConnection(@Nullable String username, @Nullable String secret) throws SQLException {
        return open(username, secret);
    }

    private NacreConnection open(@Nullable String username, @Nullable Object secret) throws SQLException {
        Properties info = new Properties();
        if (username != null) {
            info.setProperty("user", username);
        }
        if (secret != null) {
            info.put("password", secret);
        }
        if (url == null || !url.startsWith(NacreDriver.URL_PREFIX)) {
            throw NacreDriver.notOurs(url);
        }
        return NacreDriver.open(url, info);
    }

    @Override
    public PooledConnection getPooledConnection() throws SQLException {
        return new NacrePooledConnection(open(user, password == null ? null : password.clone()));
    }

    @Override
    public PooledConnection getPooledConnection(@Nullable String username, @Nullable String secret)
            throws SQLException {
        return new NacrePooledConnection(open(username, secret));
    }

    /** Returns what {@link NacreDataSourceFactory} makes an equal data source from. */
    @Override
    public Reference getReference() {
        Reference reference = new Reference(getClass().getName(), NacreDataSourceFactory.class.getName(), null);
        reference.add(new StringRefAddr("url", url));
        reference.add(new StringRefAddr("user", user));
        reference.add(new StringRefAddr("password", getPassword()));
        reference.add(new StringRefAddr("loginTimeout", Integer.toString(loginTimeout)));
        reference.add(new StringRefAddr("description", description));
        return reference;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    /** Keeps a writer for whoever asks for it; Nacre logs through SLF4J. */
    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        logWriter = out;
    }

    /** Keeps a number for whoever asks for it: as with H2's data source, opening a database has no bound on time. */
    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    /** Returns null, as H2's data source does: there is no logger of {@code java.util.logging}. */
    @Override
    public @Nullable Logger getParentLogger() {
        return null;
    }

    @Override
    public <T> T unwrap(@Nullable Class<T> type) throws SQLException {
        if (type != null && type.isInstance(this)) {
            return type.cast(this);
        }
        throw DbException.toSQLException(DbException.getInvalidValueException("iface", type));
    }

    @Override
    public boolean isWrapperFor(@Nullable Class<?> type) {
        return type != null && type.isInstance(this);
    }

    @Override
    public String toString() {
        return "nacre data source: url=" + url + " user=" + user;
    }
}

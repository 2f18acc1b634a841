package dev.nacre.jdbc;

import dev.nacre.functions.settings.ServerMaxima;
import dev.nacre.h2.invocation.AliasClasses;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.jspecify.annotations.Nullable;

/**
 * Opens {@code jdbc:nacre:h2:...}: an H2 database in which WebAssembly components are functions.
 *
 * <p>What follows {@code jdbc:nacre:} is H2's own URL, with Nacre's settings between H2's: {@code ;NACRE_MEMORY=8 MiB}. Both
 * kinds of settings may also be properties beside {@code user} and {@code password}, Nacre's as {@code nacre.memory}.
 *
 * {@snippet :
 * Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:demo");
 * }
 */
public final class NacreDriver implements Driver {
    /** How URLs of this driver begin. */
    public static final String URL_PREFIX = "jdbc:nacre:h2:";

    static final int MAJOR_VERSION = 0;
    static final int MINOR_VERSION = 1;

    static {
        register();
    }

    private static void register() {
        AliasClasses.register();
        try {
            DriverManager.registerDriver(new NacreDriver());
        } catch (SQLException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    static String version() {
        return MAJOR_VERSION + "." + MINOR_VERSION;
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        if (url == null) {
            throw notOurs(null);
        }
        return url.startsWith(URL_PREFIX);
    }

    /** Returns H2's refusal of a URL, in our URL's words. */
    static SQLException notOurs(@Nullable String url) {
        String ours = URL_PREFIX + Constants.URL_FORMAT.substring(Constants.START_URL.length());
        return DbException.getJdbcSQLException(ErrorCode.URL_FORMAT_ERROR_2, null, ours, url);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        return acceptsURL(url) ? open(url, info == null ? new Properties() : info) : null;
    }

    /** Opens a connection of its own to H2, so that users, rights and locks are H2's. */
    static NacreConnection open(String url, Properties info) throws SQLException {
        ServerMaxima maxima;
        ConnectionSettings settings;
        try {
            maxima = ServerMaxima.ofJvm();
            settings = ConnectionSettings.of(url, info, maxima);
        } catch (RuntimeException refusal) {
            throw SqlExceptions.of(refusal);
        }
        String h2Url = "jdbc:" + settings.h2Url().substring("jdbc:nacre:".length());
        JdbcConnection h2 = new JdbcConnection(h2Url, ofH2(info), null, null, false);
        try {
            return new NacreConnection(h2, url, new SessionSettings(maxima, settings.values()));
        } catch (SQLException | RuntimeException failure) {
            h2.close();
            throw SqlExceptions.of(failure);
        }
    }

    /** Returns the properties that are H2's: its settings may stand there as well as in the URL. */
    private static Properties ofH2(Properties info) {
        Properties ofH2 = new Properties();
        for (String name : new String[] {"user", "password"}) {
            String inherited = info.getProperty(name);
            if (inherited != null) {
                ofH2.put(name, inherited);
            }
        }
        info.forEach((name, value) -> {
            if (!ConnectionSettings.isProperty(name)) {
                ofH2.put(name, value);
            }
        });
        return ofH2;
    }

    /**
     * Describes the user, the password and Nacre's settings, none of them required. The value is what the URL and the
     * properties set, null for what they leave at its default; a password's is not given back.
     *
     * @throws SQLException with 22023 for a setting that {@link #connect} would refuse, too
     */
    @Override
    public DriverPropertyInfo[] getPropertyInfo(@Nullable String url, @Nullable Properties info) throws SQLException {
        try {
            return ConnectionProperties.of(url, info);
        } catch (RuntimeException refusal) {
            throw SqlExceptions.of(refusal);
        }
    }

    @Override
    public int getMajorVersion() {
        return MAJOR_VERSION;
    }

    @Override
    public int getMinorVersion() {
        return MINOR_VERSION;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    /** Returns null, as H2's driver does: there is no logger of {@code java.util.logging}. */
    @Override
    public @Nullable Logger getParentLogger() {
        return null;
    }
}

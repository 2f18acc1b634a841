package dev.nacre.h2;

import static java.util.Objects.requireNonNull;

import dev.nacre.functions.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.h2.command.CommandInterface;
import org.h2.engine.CastDataProvider;
import org.h2.engine.IsolationLevel;
import org.h2.engine.Mode;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.expression.ParameterInterface;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mode.DefaultNullOrdering;
import org.h2.result.ResultInterface;
import org.h2.result.SortOrder;
import org.h2.value.CompareMode;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The H2 session under one connection, embedded or remote: describes and runs statements in H2's own values.
 *
 * <p>Belongs to the connection's thread, as the connection does. All errors are H2's own.
 */
public final class H2Session {
    private final JdbcConnection connection;
    private final Determinism determinism = new Determinism();
    private volatile @Nullable H2Reading open;

    private H2Session(JdbcConnection connection) {
        this.connection = connection;
    }

    /**
     * Returns the session under a connection of H2's driver.
     *
     * @throws SQLException when the connection is not H2's
     */
    public static H2Session of(Connection connection) throws SQLException {
        return new H2Session(connection.unwrap(JdbcConnection.class));
    }

    /** Returns what H2 converts values with: the session's time zone and mode. */
    public CastDataProvider provider() {
        return connection;
    }

    /** Returns how H2 orders and equates strings. */
    public CompareMode compareMode() {
        Session session = connection.getSession();
        return session instanceof SessionLocal
                ? ((SessionLocal) session).getDatabase().getCompareMode()
                : CompareMode.getInstance(null, 0);
    }

    /** Returns what the session does to CHARACTER values of these columns on their way to the client. */
    public CharPadding padding(List<TypeInfo> types) {
        return CharPadding.of(connection.getMode().charPadding == Mode.CharPadding.IN_RESULT_SETS, types);
    }

    /** Returns whether H2 puts NULL before other values where ORDER BY does not say. */
    public boolean nullsFirst(boolean descending) {
        Session session = connection.getSession();
        if (!(session instanceof SessionLocal)) {
            return !descending;
        }
        DefaultNullOrdering ordering = ((SessionLocal) session).getDatabase().getDefaultNullOrdering();
        return ordering.compareNull(true, descending ? SortOrder.DESCENDING : SortOrder.ASCENDING) < 0;
    }

    /** Prepares an expression that H2 computes again and again from other parameters. */
    public H2Computation computation(String sql) {
        return new H2Computation(this, requireNonNull(sql, "sql is null"));
    }

    /** Returns where H2 looks up unqualified names first. */
    public String currentSchema() throws SQLException {
        try {
            return connection.getSession().getCurrentSchemaName();
        } catch (DbException e) {
            throw DbException.toSQLException(e);
        }
    }

    /** Asks H2 for a statement's columns and parameters, without running it. */
    public H2Description describe(String sql) throws SQLException {
        try (CommandInterface command = prepare(sql)) {
            return new H2Description(columns(command.getMetaData()), parameterTypes(command));
        } catch (DbException e) {
            throw DbException.toSQLException(e);
        }
    }

    /** Returns H2's own object for the session. */
    public Session h2() {
        return connection.getSession();
    }

    /** Returns H2's form of a type that functions declare. */
    public TypeInfo typeOf(SqlType type) throws SQLException {
        return describe("SELECT CAST(NULL AS " + type.sql() + ")")
                .columns()
                .get(0)
                .type();
    }

    /**
     * Prepares a query; {@link H2Rows} says when H2 runs it.
     *
     * @param parameters by H2's numbers
     * @param maximumRows 0 for no limit
     */
    public H2Rows rows(String sql, List<Value> parameters, long maximumRows) {
        return new H2Rows(this, requireNonNull(sql, "sql is null"), List.copyOf(parameters), maximumRows);
    }

    /** Prepares the reading of a statement. */
    public H2Reading reading() {
        return new H2Reading(this);
    }

    /**
     * Collects what the reading that is open has not read yet, so that other statements can run in the session. Has to be
     * called before each of them; costs nothing when no reading is open.
     */
    public void settle() throws SQLException {
        H2Reading reading = open;
        SessionLocal local = reading == null ? null : local();
        if (reading != null && local != null) {
            try {
                reading.settle(local);
            } catch (DbException e) {
                throw DbException.toSQLException(e);
            }
            open = null;
        }
    }

    void started(H2Reading reading) throws SQLException {
        settle();
        open = reading;
    }

    void ended(H2Reading reading) {
        if (open == reading) {
            open = null;
        }
    }

    /** Returns whether the client has autocommit on, whatever a reading has set; the connection is open. */
    public boolean autoCommit() {
        return clientLevel() != null || session().getAutoCommit();
    }

    /** Returns the isolation level that the client has set, as JDBC's number, while a reading has set another. */
    public OptionalInt clientIsolation() {
        IsolationLevel level = clientLevel();
        return level == null ? OptionalInt.empty() : OptionalInt.of(level.getJdbc());
    }

    /** Returns whether DROP without a word about it refuses where objects depend; H2's standard for a remote database. */
    public boolean dropRestricts() {
        SessionLocal local = local();
        return local == null || local.getDatabase().getSettings().dropRestrict;
    }

    /** Returns a value in the form in which it can be a parameter: a server does not read all. */
    public Value parameter(Value value) {
        return local() == null ? WireValues.of(value) : value;
    }

    /** Returns whether values of a type can be parameters with a cast to the type. */
    public boolean takesParameters(TypeInfo type) {
        return local() != null || WireValues.isRestored(type);
    }

    private @Nullable IsolationLevel clientLevel() {
        H2Reading reading = open;
        return reading == null ? null : reading.clientLevel();
    }

    Session session() {
        return connection.getSession();
    }

    /** Returns the session of a database in this process, null otherwise. */
    @Nullable
    SessionLocal local() {
        return connection.getSession() instanceof SessionLocal ? (SessionLocal) connection.getSession() : null;
    }

    boolean isDeterministic(String sql) {
        SessionLocal local = local();
        return local != null && determinism.of(local, sql);
    }

    CommandInterface prepare(String sql) {
        return connection.getSession().prepareCommand(sql);
    }

    private static List<TypeInfo> parameterTypes(CommandInterface command) {
        List<TypeInfo> types = new ArrayList<>();
        for (ParameterInterface parameter : command.getParameters()) {
            types.add(parameter.getType());
        }
        return types;
    }

    private static List<H2Column> columns(ResultInterface metadata) {
        List<H2Column> columns = new ArrayList<>();
        if (metadata != null) {
            for (int index = 0; index < metadata.getVisibleColumnCount(); index++) {
                columns.add(column(metadata, index));
            }
            metadata.close();
        }
        return columns;
    }

    private static H2Column column(ResultInterface metadata, int index) {
        return new H2Column(
                metadata.getAlias(index),
                metadata.getColumnName(index),
                metadata.getTableName(index),
                metadata.getSchemaName(index),
                metadata.getColumnType(index),
                metadata.getNullable(index),
                metadata.isIdentity(index));
    }
}

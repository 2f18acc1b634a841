package dev.nacre.h2.invocation;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionName;
import dev.nacre.functions.FunctionSettings;
import dev.nacre.functions.QueryScope;
import dev.nacre.functions.ScopeOptions;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.watch.StatementLog;
import dev.nacre.h2.catalog.NacreDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;

/** All commands of this JVM's sessions that have called a function through H2. Safe for use by many threads. */
public final class Invocations {
    private static final Map<SessionLocal, CommandCalls> RUNNING = new ConcurrentHashMap<>();
    private static final Map<Session, Surroundings> SURROUNDINGS = Collections.synchronizedMap(new WeakHashMap<>());
    private static final int READER_ID = -1;
    private static final IdleSweep SWEEP = new IdleSweep(RUNNING);

    private Invocations() {}

    /** Says what the functions of a session's commands run under. */
    @FunctionalInterface
    public interface Surroundings {
        /**
         * Returns the options of one command, with a log of its own; empty for those of any plain connection.
         *
         * @param functions of which it calls one first
         * @throws FunctionException when their definitions set what cannot be set
         */
        Optional<ScopeOptions> options(Set<FunctionDefinition> functions) throws SQLException;
    }

    /**
     * Gives a session's functions other surroundings than those of plain connections: the JVM's settings, and SLF4J for as
     * much as a log holds.
     *
     * @param surroundings must not refer to the session strongly
     */
    public static void surround(Session session, Surroundings surroundings) {
        SURROUNDINGS.put(session, surroundings);
    }

    /** Closes what the session's last command left open. Called from the session's thread, between commands. */
    public static void end(Session session) {
        if (session instanceof SessionLocal local && !RUNNING.isEmpty()) {
            CommandCalls last = RUNNING.remove(local);
            if (last != null) {
                last.close();
            }
        }
    }

    /** Begins a call in the run of the session's current command. */
    static CommandCalls enter(SessionLocal session, FunctionName function) throws SQLException {
        CommandCalls known = RUNNING.get(session);
        if (known != null && known.enter()) {
            return known;
        }
        end(session);
        CommandCalls opened = open(session, function);
        opened.enter();
        RUNNING.put(session, opened);
        SWEEP.start();
        return opened;
    }

    private static CommandCalls open(SessionLocal session, FunctionName function) throws SQLException {
        NacreDatabase database = NacreDatabase.of(session.createConnection(false));
        Connection reader = reader(session);
        FunctionCatalog catalog = database.current(reader);
        Set<FunctionDefinition> functions = Set.copyOf(catalog.overloads(function));
        Surroundings own = SURROUNDINGS.get(session);
        Optional<ScopeOptions> options = own == null ? Optional.empty() : own.options(functions);
        StopByH2 signal = new StopByH2(session, session.getCurrentCommand());
        QueryScope scope = database.library()
                .open(
                        options.orElseGet(() -> plain(database, session, functions))
                                .withSignal(signal),
                        digest -> code(database, reader, digest));
        scope.resume();
        return new CommandCalls(session, Execution.of(session), catalog, () -> database.current(reader), scope);
    }

    private static ScopeOptions plain(NacreDatabase database, SessionLocal session, Set<FunctionDefinition> functions) {
        EffectiveSettings bounds = EffectiveSettings.ofJvm().and(FunctionSettings.ofStatement(functions));
        return new ScopeOptions(
                bounds,
                session.getUser().getName(),
                new StatementLog(bounds),
                database.library().watch().query(session.getUser().getName()));
    }

    private static byte[] code(NacreDatabase database, Connection reader, String digest) {
        try {
            return database.code(reader, digest);
        } catch (SQLException failure) {
            throw DbException.convert(failure);
        }
    }

    /**
     * Returns a connection that reads the catalog. A statement on the calling session would end the snapshot that its running
     * command reads from, and its user may not read everything; H2 does not count this session, so it is never closed.
     */
    private static Connection reader(SessionLocal session) {
        SessionLocal own = new SessionLocal(
                session.getDatabase(), session.getDatabase().getSystemSession().getUser(), READER_ID);
        return new JdbcConnection(own, own.getUser().getName(), "jdbc:default:connection");
    }
}

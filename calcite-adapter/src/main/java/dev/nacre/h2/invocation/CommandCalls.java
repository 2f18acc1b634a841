package dev.nacre.h2.invocation;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.QueryScope;
import dev.nacre.functions.SqlType;
import dev.nacre.h2.FunctionValues;
import dev.nacre.h2.H2Session;
import dev.nacre.h2.catalog.ExecuteRight;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What one run of one command holds of the engine: the functions as of its first call, while they have bytes, and their instances. H2 says to
 * nobody when a command ends, so whoever comes next in the session, or finds it idle, closes it. Used by the session's thread;
 * {@link #closeIfIdle} and {@link #close} may come from any.
 */
final class CommandCalls implements AutoCloseable {
    private enum State {
        IDLE,
        CALLING,
        CLOSED
    }

    private final SessionLocal session;
    private final Execution execution;
    private final Latest latest;
    private final QueryScope scope;
    private final Map<InvokedFunction, @Nullable InvokedCall[]> calls = new IdentityHashMap<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
    private FunctionCatalog catalog;
    private long entered;
    private long seen = -1;
    private int idleLooks;

    /** Reads the functions as of now. */
    @FunctionalInterface
    interface Latest {
        FunctionCatalog read() throws SQLException;
    }

    CommandCalls(SessionLocal session, Execution execution, FunctionCatalog catalog, Latest latest, QueryScope scope) {
        this.session = session;
        this.execution = execution;
        this.catalog = catalog;
        this.latest = latest;
        this.scope = scope;
    }

    SessionLocal session() {
        return session;
    }

    /** Returns whether a call of now is one of this run's; if so, {@link #leave} ends it. */
    boolean enter() {
        if (!execution.isStill(session) || !state.compareAndSet(State.IDLE, State.CALLING)) {
            return false;
        }
        entered++;
        return true;
    }

    void leave() {
        state.compareAndSet(State.CALLING, State.IDLE);
    }

    InvokedCall call(InvokedFunction function, int arity) throws SQLException {
        @Nullable InvokedCall[] known = calls.computeIfAbsent(function, key -> new InvokedCall[0]);
        InvokedCall call = arity < known.length ? known[arity] : null;
        if (call == null) {
            call = newCall(function, arity);
            if (arity >= known.length) {
                known = Arrays.copyOf(known, arity + 1);
                calls.put(function, known);
            }
            known[arity] = call;
        }
        return call;
    }

    /** A function that was replaced before its first call, and its bytes with it, is called as it is now. */
    private InvokedCall newCall(InvokedFunction function, int arity) throws SQLException {
        while (true) {
            try {
                return newCall(definition(function, arity), arity);
            } catch (SqlLayerException missing) {
                FunctionCatalog now = latest.read();
                if (now.version() == catalog.version()) {
                    throw missing;
                }
                catalog = now; // functions that were called stay what they are
            }
        }
    }

    private InvokedCall newCall(FunctionDefinition definition, int arity) throws SQLException {
        JdbcConnection connection = session.createConnection(false);
        ExecuteRight.require(connection, List.of(definition));
        H2Session types = H2Session.of(connection);
        List<TypeInfo> parameters = new ArrayList<>();
        for (SqlType type : definition.signature().parameterTypes()) {
            parameters.add(types.typeOf(type));
        }
        TypeInfo result = types.typeOf(definition.signature().returns());
        return new InvokedCall(
                new FunctionValues(definition, parameters, result, connection), scope.scalar(definition), arity);
    }

    private FunctionDefinition definition(InvokedFunction function, int arity) {
        List<FunctionDefinition> overloads = catalog.overloads(function.name());
        List<FunctionDefinition> fitting = overloads.stream()
                .filter(overload -> overload.signature().parameters().size() == arity)
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw new SqlLayerException(
                SqlLayerErrorCode.NO_SUCH_OVERLOAD,
                "function '" + function.name() + "': expected one with " + arity + " parameters, found "
                        + (overloads.isEmpty() ? "no such function" : fitting.size() + " of " + overloads.size())
                        + "; SHOW FUNCTIONS lists them");
    }

    /** Closes when so many looks found no call since the one before, or the session closed. Called by one thread, now and then. */
    boolean closeIfIdle(int looks) {
        if (state.get() == State.CALLING) {
            seen = -1;
            return false;
        }
        idleLooks = seen == entered ? idleLooks + 1 : 0;
        seen = entered;
        boolean isOver = session.isClosed() || idleLooks >= looks;
        if (isOver && state.compareAndSet(State.IDLE, State.CLOSED)) {
            scope.close();
        }
        return state.get() == State.CLOSED;
    }

    /** Closes from the session's own thread, or once the session is closed. */
    @Override
    public void close() {
        state.set(State.CLOSED);
        scope.close();
    }
}

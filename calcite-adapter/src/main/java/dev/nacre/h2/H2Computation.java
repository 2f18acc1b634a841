package dev.nacre.h2;

import java.sql.SQLException;
import java.util.List;
import org.h2.command.CommandInterface;
import org.h2.command.query.Query;
import org.h2.engine.SessionLocal;
import org.h2.expression.ParameterInterface;
import org.h2.message.DbException;
import org.h2.result.ResultInterface;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A query of one expression and no table, prepared once and computed with many parameters. Belongs to one thread. */
public final class H2Computation implements AutoCloseable {
    private final H2Session session;
    private final String sql;
    private @Nullable CommandInterface command;
    private @Nullable Query query;

    H2Computation(H2Session session, String sql) {
        this.session = session;
        this.sql = sql;
    }

    /**
     * Computes a value.
     *
     * @param parameters by H2's numbers
     */
    public Value compute(List<Value> parameters) throws SQLException {
        try {
            SessionLocal local = session.local();
            return local == null ? execute(parameters) : evaluate(local, parameters);
        } catch (DbException e) {
            throw DbException.toSQLException(e);
        }
    }

    /** In this JVM the prepared expression is evaluated as it stands: running a statement costs ten times as much. */
    private Value evaluate(SessionLocal local, List<Value> parameters) {
        local.lock();
        try {
            Query prepared = query(local);
            bind(prepared.getParameters(), parameters);
            return prepared.getExpressions().get(0).getValue(local);
        } finally {
            local.unlock();
        }
    }

    private Query query(SessionLocal local) {
        Query prepared = query;
        if (prepared == null) {
            prepared = (Query) local.prepare(sql);
            query = prepared;
        }
        return prepared;
    }

    private Value execute(List<Value> parameters) {
        CommandInterface prepared = command();
        bind(prepared.getParameters(), parameters);
        try (ResultInterface result = prepared.executeQuery(0, 1, false)) {
            result.next();
            return result.currentRow()[0];
        }
    }

    private void bind(@Nullable List<? extends ParameterInterface> targets, List<Value> parameters) {
        if (targets != null) {
            for (int index = 0; index < targets.size(); index++) {
                targets.get(index).setValue(session.parameter(parameters.get(index)), false);
            }
        }
    }

    private CommandInterface command() {
        CommandInterface prepared = command;
        if (prepared == null) {
            prepared = session.prepare(sql);
            command = prepared;
        }
        return prepared;
    }

    @Override
    public void close() {
        query = null;
        if (command != null) {
            command.close();
            command = null;
        }
    }
}

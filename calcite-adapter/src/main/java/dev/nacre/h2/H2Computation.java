package dev.nacre.h2;

import java.sql.SQLException;
import java.util.List;
import org.h2.command.CommandInterface;
import org.h2.expression.ParameterInterface;
import org.h2.message.DbException;
import org.h2.result.ResultInterface;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** A statement of one row and one column, prepared once and run with many parameters. Belongs to one thread. */
public final class H2Computation implements AutoCloseable {
    private final H2Session session;
    private final String sql;
    private @Nullable CommandInterface command;

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
            CommandInterface prepared = command();
            List<? extends ParameterInterface> targets = prepared.getParameters();
            for (int index = 0; index < targets.size(); index++) {
                targets.get(index).setValue(parameters.get(index), false);
            }
            try (ResultInterface result = prepared.executeQuery(0, 1, false)) {
                result.next();
                return result.currentRow()[0];
            }
        } catch (DbException e) {
            throw DbException.toSQLException(e);
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
        if (command != null) {
            command.close();
            command = null;
        }
    }
}

package dev.nacre.calcite;

import static java.util.Objects.requireNonNull;

import dev.nacre.functions.QueryScope;
import dev.nacre.h2.H2Session;
import java.util.List;
import org.h2.value.Value;

/**
 * What one run of a planned query brings along.
 *
 * @param session the session whose transaction it reads in
 * @param scope instances, meter and log of this run; closed by whoever opened it, after the rows
 * @param parameters the values, SQL NULL as {@code ValueNull}; as many as the query has parameters
 * @param maximumRows as {@code Statement.setMaxRows}, 0 for no limit
 */
public record Execution(H2Session session, QueryScope scope, List<Value> parameters, long maximumRows) {
    public Execution {
        requireNonNull(session, "session is null");
        requireNonNull(scope, "scope is null");
        parameters = List.copyOf(parameters);
        if (maximumRows < 0) {
            throw new IllegalArgumentException("maximumRows is negative: " + maximumRows);
        }
    }
}

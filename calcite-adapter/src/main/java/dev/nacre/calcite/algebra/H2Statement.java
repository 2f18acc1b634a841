package dev.nacre.calcite.algebra;

import java.util.List;
import org.h2.value.Value;

/**
 * A statement for H2.
 *
 * @param sql with numbered parameters
 * @param parameters the client's parameter, from 0, for each of H2's numbers
 */
public record H2Statement(String sql, List<Integer> parameters) {
    public H2Statement {
        parameters = List.copyOf(parameters);
    }

    /** Returns H2's parameters, out of the client's. */
    public List<Value> values(List<Value> client) {
        return parameters.stream().map(client::get).toList();
    }
}

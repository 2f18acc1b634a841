package dev.nacre.calcite;

import java.sql.SQLException;
import org.h2.jdbc.JdbcException;

/** Shows the client's statement in H2's errors, where H2 shows the one that it got. */
final class H2Errors {
    private H2Errors() {}

    static SQLException about(String sql, SQLException error) {
        if (error instanceof JdbcException) {
            ((JdbcException) error).setSQL(sql);
        }
        return error;
    }
}

package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import dev.nacre.sql.ddl.QualifiedName;
import java.sql.SQLException;
import java.util.List;

/** Finds functions by name. */
final class Functions {
    private Functions() {}

    /** Returns the overloads of a name, at least one. */
    static List<FunctionDefinition> find(QualifiedName written, DdlSession session) throws SQLException {
        FunctionName name = ResolvedName.of(written, session.connection());
        List<FunctionDefinition> overloads =
                session.database().settled(session.connection()).overloads(name);
        if (overloads.isEmpty()) {
            throw missing(name, overloads);
        }
        return overloads;
    }

    static SqlLayerException missing(FunctionName name, List<FunctionDefinition> overloads) {
        String found = overloads.isEmpty()
                ? "no such function; SHOW FUNCTIONS lists them"
                : "only " + Listing.functions(overloads);
        return new SqlLayerException(
                SqlLayerErrorCode.NO_SUCH_FUNCTION, "function '" + name + "': expected it to exist, found " + found);
    }
}

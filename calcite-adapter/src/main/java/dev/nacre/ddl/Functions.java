package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionCatalog;
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
        return find(name, session.database().settled(session.connection()));
    }

    /** Returns the overloads of a name, at least one. */
    static List<FunctionDefinition> find(FunctionName name, FunctionCatalog catalog) {
        List<FunctionDefinition> overloads = catalog.overloads(name);
        if (overloads.isEmpty()) {
            throw missing(name, catalog);
        }
        return overloads;
    }

    static SqlLayerException missing(FunctionName name, FunctionCatalog catalog) {
        String overloads = Listing.functions(catalog.readable(name), catalog.damaged(name));
        return new SqlLayerException(
                SqlLayerErrorCode.NO_SUCH_FUNCTION,
                "function '" + name + "': expected it to exist, found "
                        + (overloads.isEmpty() ? "no such function; SHOW FUNCTIONS lists them" : "only " + overloads));
    }
}

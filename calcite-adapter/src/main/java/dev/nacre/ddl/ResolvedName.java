package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionName;
import dev.nacre.sql.ddl.Identifier;
import dev.nacre.sql.ddl.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds which schema a name means. */
final class ResolvedName {
    private ResolvedName() {}

    /** Returns the name in its schema: the written one, or the session's current one. */
    static FunctionName of(QualifiedName name, Connection connection) throws SQLException {
        List<Identifier> qualifiers = name.qualifiers();
        if (qualifiers.isEmpty()) {
            return new FunctionName(connection.getSchema(), name.name().value());
        }
        if (qualifiers.size() == 2) {
            requireCatalog(qualifiers.get(0), connection);
        } else if (qualifiers.size() > 2) {
            throw at(name.name(), "name '" + name.toSql() + "': expected at most [catalog.][schema.]name");
        }
        return new FunctionName(
                qualifiers.get(qualifiers.size() - 1).value(), name.name().value());
    }

    /** Returns the schema of that name, or the session's current one where none is written. */
    static String schema(@Nullable QualifiedName name, Connection connection) throws SQLException {
        if (name == null) {
            return connection.getSchema();
        }
        if (name.qualifiers().size() == 1) {
            requireCatalog(name.qualifiers().get(0), connection);
        } else if (!name.qualifiers().isEmpty()) {
            throw at(name.name(), "schema '" + name.toSql() + "': expected at most [catalog.]schema");
        }
        return name.name().value();
    }

    private static void requireCatalog(Identifier written, Connection connection) throws SQLException {
        if (!written.value().equals(connection.getCatalog())) {
            throw at(
                    written,
                    "catalog '" + written.value() + "': expected '" + connection.getCatalog() + "', the open database");
        }
    }

    private static SqlLayerException at(Identifier place, String message) {
        return Places.refusal(SqlLayerErrorCode.SYNTAX, place, message);
    }
}

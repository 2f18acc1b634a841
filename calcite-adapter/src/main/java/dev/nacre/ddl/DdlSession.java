package dev.nacre.ddl;

import static java.util.Objects.requireNonNull;

import dev.nacre.h2.catalog.NacreDatabase;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On what a statement runs.
 *
 * @param connection the client's connection to H2
 * @param database its database
 * @param parameters the bytes given for the statement's parameters, null where none were given
 */
public record DdlSession(Connection connection, NacreDatabase database, List<byte @Nullable []> parameters) {
    public DdlSession {
        requireNonNull(connection, "connection is null");
        requireNonNull(database, "database is null");
    }
}

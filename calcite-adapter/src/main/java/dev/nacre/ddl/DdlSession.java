package dev.nacre.ddl;

import static java.util.Objects.requireNonNull;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.h2.catalog.NacreDatabase;
import dev.nacre.sql.ddl.ComponentSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On what a statement runs.
 *
 * @param connection the client's connection to H2
 * @param database its database
 * @param parameters the bytes given for the statement's parameters, null where none were given
 * @param settings what the session holds components to
 */
public record DdlSession(
        Connection connection, NacreDatabase database, List<byte @Nullable []> parameters, EffectiveSettings settings) {
    public DdlSession {
        requireNonNull(settings, "settings is null");
        requireNonNull(connection, "connection is null");
        requireNonNull(database, "database is null");
    }

    /**
     * Reads the bytes of a component from where the statement says they are.
     *
     * @throws SqlLayerException 42501 for a file when the user is no administrator: those can read files through H2 as well,
     *     others must not read them through Nacre
     */
    byte[] bytes(ComponentSource source, EffectiveSettings held) throws SQLException {
        if (source instanceof ComponentSource.Location location && !Administration.isAdministrator(connection)) {
            throw Places.refusal(
                    SqlLayerErrorCode.NOT_ALLOWED,
                    source,
                    "component '" + location.location().value()
                            + "': expected a user with ADMIN rights to read a file or resource, found '"
                            + connection.getMetaData().getUserName() + "'; give the bytes: X'...', BASE64 '...' or ?");
        }
        return new SourceBytes(parameters, held.get(SqlSetting.COMPONENT_BYTES)).read(source);
    }
}

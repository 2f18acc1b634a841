package dev.nacre.ddl;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.sandbox.StopSignal;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
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
 * @param user whose connection it is
 * @param parameters the bytes given for the statement's parameters, null where none were given
 * @param settings what the session holds components to
 * @param signal asked now and then whether a guest that is tried out has to stop
 */
public record DdlSession(
        Connection connection,
        NacreDatabase database,
        String user,
        List<byte @Nullable []> parameters,
        EffectiveSettings settings,
        StopSignal signal) {
    public DdlSession {
        requireNonNull(signal, "signal is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(user, "user is null");
        requireNonNull(connection, "connection is null");
        requireNonNull(database, "database is null");
    }

    /**
     * Reads the bytes of a component from where the statement says they are.
     *
     * @param held what bounds them
     * @throws dev.nacre.adapter.SqlLayerException 42501 for a file or a resource that the user may not name
     */
    byte[] bytes(ComponentSource source, EffectiveSettings held) throws SQLException {
        return new SourceBytes(connection, parameters, held.get(SqlSetting.COMPONENT_BYTES)).read(source);
    }
}

package dev.nacre.jdbc;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prepares the statements of one connection, in H2 or for Nacre. */
final class Preparation {
    private static final Pattern RESULT = Pattern.compile("[\\s{]*\\?\\s*=");

    /** H2 reads it by itself; what Nacre plans is the call. */
    private static final Pattern WITH_RESULT =
            Pattern.compile("\\s*\\?\\s*=\\s*(?<call>call\\b.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final NacreConnection connection;

    Preparation(NacreConnection connection) {
        this.connection = connection;
    }

    /** Makes a statement of H2's with the kind of result that was asked for; refuses what H2 refuses. */
    interface Carrier {
        Statement make() throws SQLException;
    }

    /** Prepares a text in H2. */
    interface InH2<T> {
        T prepare(String text) throws SQLException;
    }

    /** Makes what the client holds of a statement that H2 has prepared. */
    private interface Face<T> {
        T of(Route route, T prepared);
    }

    /** Makes a statement that Nacre runs. */
    private interface ByNacre<T> {
        T make(String text, Route route, Statement carrier) throws SQLException;
    }

    PreparedStatement statement(@Nullable String sql, Carrier carrier, InH2<PreparedStatement> inH2)
            throws SQLException {
        return prepare(
                sql,
                carrier,
                inH2,
                (route, prepared) -> new NacrePreparedStatement(connection, route, prepared),
                (text, route, made) -> new PlannedPreparedStatement(connection, text, route, made, inH2::prepare));
    }

    CallableStatement call(@Nullable String sql, Carrier carrier, InH2<CallableStatement> inH2) throws SQLException {
        if (sql != null && RESULT.matcher(sql).lookingAt()) {
            try (Made made = new Made(carrier.make())) {
                Matcher withResult = WITH_RESULT.matcher(connection.nativeSQL(sql));
                if (withResult.matches()
                        && connection.router().route(withResult.group("call")) instanceof Route.Planned planned) {
                    return PlannedCall.withResult(
                            connection, withResult.group("call"), planned, made.take(), inH2::prepare);
                }
            }
        }
        return prepare(
                sql,
                carrier,
                inH2,
                (route, prepared) -> new NacreCallableStatement(connection, route, prepared),
                (text, route, made) -> PlannedCall.of(connection, text, route, made, inH2::prepare));
    }

    private <T> T prepare(@Nullable String sql, Carrier carrier, InH2<T> inH2, Face<T> face, ByNacre<T> byNacre)
            throws SQLException {
        try (Made made = new Made(carrier.make())) {
            String text = connection.nativeSQL(sql);
            Route route = connection.router().route(text);
            Optional<String> forH2 = route.textForH2(text);
            return forH2.isEmpty()
                    ? byNacre.make(text, route, made.take())
                    : face.of(route, new H2Run(connection).run(route, () -> inH2.prepare(forH2.get())));
        }
    }

    /** A statement of H2's, closed unless a statement that Nacre runs takes it over. */
    private static final class Made implements AutoCloseable {
        private @Nullable Statement statement;

        Made(Statement statement) {
            this.statement = statement;
        }

        Statement take() {
            Statement taken = Objects.requireNonNull(statement, "taken already");
            statement = null;
            return taken;
        }

        @Override
        public void close() throws SQLException {
            if (statement != null) {
                statement.close();
            }
        }
    }
}

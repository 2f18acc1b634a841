package dev.nacre.h2.alias;

import dev.nacre.functions.FunctionCatalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.FunctionAlias;
import org.h2.schema.Schema;
import org.h2.schema.UserDefinedFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the aliases of a database in this process what its catalog says. */
public final class Aliases {
    private static final Logger LOGGER = LoggerFactory.getLogger(Aliases.class);

    private Aliases() {}

    /**
     * Makes, replaces and drops aliases; does nothing when all are as they should be. Commits what is open on the
     * connection if there is something to do, as each statement of H2's own DDL does.
     *
     * @param connection one of an administrator
     * @return whether something was done
     */
    public static boolean settle(Connection connection, FunctionCatalog catalog) throws SQLException {
        if (!(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            return false;
        }
        List<String> statements = changes(Alias.all(catalog), existing(session));
        if (!statements.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                for (String change : statements) {
                    statement.execute(change);
                }
                for (String view : AliasUses.of(connection).views()) {
                    recompile(statement, view);
                }
            }
        }
        return !statements.isEmpty();
    }

    /** Returns why a session's H2 cannot call an alias that the catalog allows, for a message; empty when it can. */
    public static Optional<String> whyMissing(Session session, Alias alias) {
        if (!(session instanceof SessionLocal local)) {
            return Optional.of("the database runs in another process, which knows no WebAssembly");
        }
        return alias.target().equals(existing(local).get(alias.name().name()))
                ? Optional.empty()
                : Optional.of("its alias " + alias.name().sql()
                        + " is missing; an administrator's next connection to the database makes it");
    }

    /** A view that was opened without its aliases stays broken until H2 compiles it again. */
    private static void recompile(Statement statement, String view) {
        try {
            statement.execute("ALTER VIEW " + view + " RECOMPILE");
        } catch (SQLException failure) {
            LOGGER.debug("view {} stays broken", view, failure);
        }
    }

    /** Returns the classes and methods of the aliases that there are, by name. */
    private static Map<String, String> existing(SessionLocal session) {
        Map<String, String> existing = new HashMap<>();
        Schema schema = session.getDatabase().findSchema(AliasName.SCHEMA);
        if (schema != null) {
            for (UserDefinedFunction function : schema.getAllFunctionsAndAggregates()) {
                if (function instanceof FunctionAlias alias) {
                    existing.put(alias.getName(), alias.getJavaClassName() + "." + alias.getJavaMethodName());
                }
            }
        }
        return existing;
    }

    private static List<String> changes(Map<String, Alias> wanted, Map<String, String> existing) {
        List<String> statements = new ArrayList<>();
        existing.forEach((name, target) -> {
            Alias alias = wanted.get(name);
            if (alias == null || !alias.target().equals(target)) {
                statements.add(
                        "DROP ALIAS IF EXISTS \"" + AliasName.SCHEMA + "\".\"" + name.replace("\"", "\"\"") + '"');
            }
        });
        wanted.forEach((name, alias) -> {
            if (!alias.target().equals(existing.get(name))) {
                statements.add(alias.createSql());
            }
        });
        if (!wanted.isEmpty() && existing.isEmpty()) {
            statements.add(0, "CREATE SCHEMA IF NOT EXISTS \"" + AliasName.SCHEMA + '"');
        }
        return statements;
    }
}

package dev.nacre.h2.alias;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.engine.Database;
import org.h2.engine.Right;
import org.h2.engine.Session;
import org.h2.engine.SessionLocal;
import org.h2.engine.User;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.FunctionAlias;
import org.h2.schema.Schema;
import org.h2.schema.UserDefinedFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the aliases of a database in this process what its catalog says. */
public final class Aliases {
    private static final Logger LOGGER = LoggerFactory.getLogger(Aliases.class);

    /** Of what H2 keeps in no table. */
    private static final int NO_ID = -1;

    private Aliases() {}

    /**
     * Makes, replaces and drops aliases; does nothing when all are as they should be. Commits what is open on the
     * connection if there is something to do, as each statement of H2's own DDL does.
     *
     * @param connection one of an administrator
     */
    public static void settle(Connection connection, FunctionCatalog catalog) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            settle(connection, session, Alias.all(catalog), existing(session));
        }
    }

    /** Does the same for the aliases of some functions alone. */
    public static void settle(Connection connection, FunctionCatalog catalog, Set<FunctionName> functions)
            throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            Schema schema = schema(session);
            Map<String, String> existing = new HashMap<>();
            Map<String, Alias> wanted = new HashMap<>();
            for (FunctionName function : functions) {
                String name = new AliasName(function).name();
                ours(schema == null ? null : schema.findFunction(name)).ifPresent(target -> existing.put(name, target));
                Alias.of(function, catalog).ifPresent(alias -> wanted.put(name, alias));
            }
            settle(connection, session, wanted, existing);
        }
    }

    private static void settle(
            Connection connection, SessionLocal session, Map<String, Alias> wanted, Map<String, String> existing)
            throws SQLException {
        Map<String, String> changes = changes(wanted, existing);
        if (changes.isEmpty()) {
            return;
        }
        List<String> statements = new ArrayList<>(changes.values());
        if (schema(session) == null) {
            statements.add(0, "CREATE SCHEMA IF NOT EXISTS \"" + AliasName.SCHEMA + '"');
        }
        List<SQLException> failures = run(connection, statements);
        recompile(session, AliasUses.of(connection).views(changes.keySet()));
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /** Returns how many aliases there are, somebody else's too; others drop them by hand. */
    public static int count(Connection connection) throws SQLException {
        Schema schema = connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                ? schema(session)
                : null;
        return schema == null ? 0 : schema.getAllFunctionsAndAggregates().size();
    }

    private static @Nullable Schema schema(SessionLocal session) {
        return session.getDatabase().findSchema(AliasName.SCHEMA);
    }

    /** Runs all that can be run: an object of somebody else's in the way of one alias is not in the way of others. */
    private static List<SQLException> run(Connection connection, List<String> changes) throws SQLException {
        List<SQLException> failures = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String change : changes) {
                try {
                    statement.execute(change);
                } catch (SQLException failure) {
                    failures.add(failure);
                }
            }
        }
        return failures;
    }

    /** Returns why a session's H2 cannot call an alias that the catalog allows, for a message; empty when it can. */
    public static Optional<String> whyMissing(Session session, Alias alias) {
        if (!(session instanceof SessionLocal local)) {
            return Optional.of("the database runs in another process, which knows no WebAssembly");
        }
        Schema schema = local.getDatabase().findSchema(AliasName.SCHEMA);
        return schema != null
                        && alias.target()
                                .equals(target(schema.findFunction(alias.name().name())))
                ? Optional.empty()
                : Optional.of("its alias " + alias.name().sql()
                        + " is missing; an administrator's next connection to the database makes it");
    }

    /**
     * A view that was opened without its aliases stays broken until H2 compiles it again. What others wrote into a view, such
     * as CSVREAD, H2 opens while it compiles: not with the rights of the administrator who happens to be here.
     */
    private static void recompile(SessionLocal session, List<String> views) throws SQLException {
        if (views.isEmpty()) {
            return;
        }
        Database database = session.getDatabase();
        User compiler = new User(database, NO_ID, AliasName.SCHEMA, false);
        compiler.grantRight(null, new Right(database, NO_ID, compiler, Right.ALTER_ANY_SCHEMA, null));
        SessionLocal own = new SessionLocal(database, compiler, NO_ID); // H2 does not count it, so it is never closed
        try (Statement statement =
                new JdbcConnection(own, compiler.getName(), "jdbc:default:connection").createStatement()) {
            for (String view : views) {
                recompile(statement, view);
            }
        }
    }

    private static void recompile(Statement statement, String view) {
        try {
            statement.execute("ALTER VIEW " + view + " RECOMPILE");
        } catch (SQLException failure) {
            LOGGER.debug("view {} stays broken", view, failure);
        }
    }

    /** Returns the classes and methods of Nacre's aliases that there are, by name. */
    private static Map<String, String> existing(SessionLocal session) {
        Map<String, String> existing = new HashMap<>();
        Schema schema = schema(session);
        if (schema != null) {
            for (UserDefinedFunction function : schema.getAllFunctionsAndAggregates()) {
                ours(function).ifPresent(target -> existing.put(function.getName(), target));
            }
        }
        return existing;
    }

    /** Returns the class and the method behind an alias of Nacre's; others in the schema are somebody's own. */
    private static Optional<String> ours(@Nullable UserDefinedFunction function) {
        return Optional.of(target(function)).filter(target -> target.startsWith(AliasName.CLASS_PREFIX));
    }

    /** Returns the class and the method behind an alias; "null" instead of a class for one in source text. */
    private static String target(@Nullable UserDefinedFunction function) {
        return function instanceof FunctionAlias alias
                ? alias.getJavaClassName() + "." + alias.getJavaMethodName()
                : "";
    }

    /** Returns the statements to run, by the alias that each is about. */
    private static Map<String, String> changes(Map<String, Alias> wanted, Map<String, String> existing) {
        Map<String, String> statements = new LinkedHashMap<>();
        existing.forEach((name, target) -> {
            if (!wanted.containsKey(name)) {
                statements.put(name, drop(name));
            }
        });
        wanted.forEach((name, alias) -> {
            String target = existing.get(name);
            if (target == null) {
                statements.put(name, alias.createSql());
            } else if (!alias.target().equals(target)) {
                statements.put(name, drop(name) + "; " + alias.createSql());
            }
        });
        return statements;
    }

    private static String drop(String name) {
        return "DROP ALIAS IF EXISTS \"" + AliasName.SCHEMA + "\".\"" + name.replace("\"", "\"\"") + '"';
    }
}

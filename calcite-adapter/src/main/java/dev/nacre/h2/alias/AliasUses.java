package dev.nacre.h2.alias;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.constraint.Constraint;
import org.h2.engine.DbObject;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.Schema;
import org.h2.table.Table;
import org.h2.table.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The views, and what else H2 stores, that call functions by their aliases. H2 itself would drop an alias under a view, which
 * is then found broken by whoever reads it next.
 */
public final class AliasUses {
    private final @Nullable SessionLocal session;

    private AliasUses(@Nullable SessionLocal session) {
        this.session = session;
    }

    /** Returns the uses in the database of a connection; none in another process, where there are no aliases. */
    public static AliasUses of(Connection connection) throws SQLException {
        return new AliasUses(
                connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal local ? local : null);
    }

    /**
     * Sees to it that a change to the catalog leaves every view its functions.
     *
     * @throws SqlLayerException with 2BP01 and the name of a view that would lose one
     */
    public void requireKept(FunctionCatalog before, List<FunctionDefinition> removed, List<FunctionDefinition> added) {
        Map<FunctionName, String> losses = new LinkedHashMap<>();
        Set<FunctionName> changed = new LinkedHashSet<>();
        Stream.concat(removed.stream(), added.stream()).forEach(function -> changed.add(function.name()));
        Set<FunctionDefinition> gone = Set.copyOf(removed);
        Map<FunctionName, List<FunctionDefinition>> come =
                added.stream().collect(Collectors.groupingBy(FunctionDefinition::name));
        for (FunctionName name : changed) {
            List<FunctionDefinition> old = before(name, before);
            List<FunctionDefinition> overloads = new ArrayList<>(old);
            overloads.removeAll(gone);
            overloads.addAll(come.getOrDefault(name, List.of()));
            loss(old, overloads).ifPresent(loss -> losses.put(name, loss));
        }
        requireUnused(losses);
    }

    /** What is gone or damaged has no alias any more that could be lost. */
    private List<FunctionDefinition> before(FunctionName name, FunctionCatalog catalog) {
        return isGone(name.schema()) || !catalog.damaged(name).isEmpty() ? List.of() : catalog.overloads(name);
    }

    /** A schema that H2 has dropped took its functions with it. */
    private boolean isGone(String schema) {
        return session == null || session.getDatabase().findSchema(schema) == null;
    }

    /**
     * Sees to it that no view calls a function in a schema that is to get another name.
     *
     * @throws SqlLayerException with 2BP01 and the name of a view
     */
    public void requireNoneIn(String schema, FunctionCatalog catalog) {
        Map<FunctionName, String> losses = new LinkedHashMap<>();
        catalog.functions().stream()
                .map(FunctionDefinition::name)
                .filter(name -> name.schema().equals(schema))
                .forEach(name -> losses.put(name, "it would get another name"));
        requireUnused(losses);
    }

    /** Returns what views would miss, for a message. */
    private static Optional<String> loss(List<FunctionDefinition> old, List<FunctionDefinition> overloads) {
        if (Alias.of(old).isEmpty()) {
            return Optional.empty();
        }
        if (!overloads.isEmpty() && Alias.of(overloads).isEmpty()) {
            return Alias.whyNone(overloads);
        }
        return old.stream()
                .filter(function -> overloads.stream().noneMatch(other -> serves(other, function)))
                .findFirst()
                .map(function -> "it would lose its result of type "
                        + function.signature().returns().sql());
    }

    private static boolean serves(FunctionDefinition other, FunctionDefinition function) {
        return other.signature().parameters().size()
                        == function.signature().parameters().size()
                && other.signature().returns().equals(function.signature().returns());
    }

    private void requireUnused(Map<FunctionName, String> losses) {
        if (losses.isEmpty()) {
            return;
        }
        Map<String, List<String>> users = users();
        losses.forEach((name, loss) -> {
            List<String> found = users.getOrDefault(new AliasName(name).name(), List.of());
            if (!found.isEmpty()) {
                throw new SqlLayerException(
                        SqlLayerErrorCode.FUNCTION_IN_USE,
                        "function '" + name + "': " + String.join(", ", found) + " calls it: " + loss
                                + "; drop what calls it first");
            }
        });
    }

    /** Returns what calls aliases, by the names of these. */
    private Map<String, List<String>> users() {
        Map<String, List<String>> users = new HashMap<>();
        tables().forEach(table -> mentions(table)
                .forEach(alias -> users.computeIfAbsent(alias, name -> new ArrayList<>())
                        .add((table.isView() ? "view '" : "table '")
                                + table.getSchema().getName() + "." + table.getName() + "'")));
        return users;
    }

    /** Returns the views that call any of some aliases, with schema, as H2 reads their names. */
    List<String> views(Set<String> aliases) {
        return tables().filter(table -> table instanceof TableView && !Collections.disjoint(mentions(table), aliases))
                .map(table -> table.getSQL(0))
                .toList();
    }

    private Stream<Table> tables() {
        return session == null
                ? Stream.empty()
                : session.getDatabase().getAllSchemasNoMeta().stream().flatMap(AliasUses::tables);
    }

    private static Stream<Table> tables(Schema schema) {
        return schema.getAllTablesAndViews(null).stream();
    }

    private static Set<String> mentions(Table table) {
        Iterable<Constraint> found = table.getConstraints();
        List<DbObject> objects = new ArrayList<>(List.of(table));
        if (found != null) {
            found.forEach(objects::add);
        }
        return objects.stream()
                .map(DbObject::getCreateSQL)
                .filter(Objects::nonNull)
                .flatMap(sql -> AliasMentions.in(sql).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

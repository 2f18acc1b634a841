package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.engine.Component;
import dev.nacre.engine.Limits;
import dev.nacre.engine.docs.ComponentDocs;
import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.DefinitionOptions;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.grants.HostGrant;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.h2.catalog.CatalogChange;
import dev.nacre.h2.catalog.Digests;
import dev.nacre.sql.ddl.CreateComponent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** CREATE COMPONENT: checks that the component can be called, and that all who use it can go on, then stores it. */
final class ComponentCreation {
    private final CreateComponent statement;
    private final DdlSession session;
    private final String name;
    private final String subject;

    ComponentCreation(CreateComponent statement, DdlSession session) {
        this.statement = statement;
        this.session = session;
        this.name = Components.name(statement.name());
        this.subject = "component '" + name + "'";
    }

    OwnResult run() throws SQLException {
        Existing.requireOneWay(statement, statement.orReplace(), statement.ifNotExists());
        DefinitionOptions options = WrittenOptions.of(subject, statement.options(), session);
        Administration.requireAdministrator(session.connection(), "CREATE COMPONENT '" + name + "'");
        if (isLeftAlone(session.database().settled(session.connection()))) {
            return new OwnResult.Done();
        }
        EffectiveSettings settings = session.settings().and(options.settings(subject));
        byte[] bytes = session.bytes(statement.source(), settings);
        requirePinned(bytes);
        Component component = Components.load(subject, bytes, settings, session);
        Components.tryOut(subject, component, settings, session);
        ComponentDefinition definition = new ComponentDefinition(
                name, component.sha256(), options, comment(bytes), session.user(), List.of(), 0);
        List<HostGrant> lost = new ArrayList<>();
        boolean[] isRepaired = new boolean[1];
        session.database().change(session.connection(), catalog -> {
            lost.addAll(lost(catalog, component));
            isRepaired[0] = isRepair(catalog);
            return decide(catalog, definition, component, bytes);
        });
        session.database().library().add(component);
        return new OwnResult.Done(notices(lost, isRepaired[0]));
    }

    /** Grants were given to bytes, not to a name. */
    private List<HostGrant> lost(FunctionCatalog catalog, Component component) {
        return isRepair(catalog)
                ? List.of()
                : catalog.component(name)
                        .filter(existing -> !existing.sha256().equals(component.sha256()))
                        .map(ComponentDefinition::grants)
                        .orElse(List.of());
    }

    private List<String> notices(List<HostGrant> lost, boolean isRepaired) {
        if (isRepaired) {
            return List.of(subject + ": what it was granted could not be read, and is gone");
        }
        return lost.isEmpty()
                ? List.of()
                : List.of(subject + ": its grants were given to other bytes and are gone: "
                        + lost.stream().map(HostGrant::sql).collect(Collectors.joining(", ")));
    }

    private boolean isLeftAlone(FunctionCatalog catalog) {
        return statement.ifNotExists() && catalog.component(name).isPresent();
    }

    private void requirePinned(byte[] bytes) {
        if (statement.sha256() == null) {
            return;
        }
        String found = Digests.sha256(bytes);
        if (!statement.sha256().value().equals(found)) {
            throw Places.refusal(
                    SqlLayerErrorCode.BAD_DEFINITION,
                    statement.sha256(),
                    subject + ": expected the SHA-256 " + statement.sha256().value() + ", found " + found
                            + "; the source holds other bytes than the ones that were meant");
        }
    }

    private String comment(byte[] bytes) {
        return statement.comment() == null
                ? ComponentDocs.of(bytes, Limits.sandbox()).component().orElse("")
                : statement.comment().value();
    }

    private CatalogChange decide(
            FunctionCatalog catalog, ComponentDefinition definition, Component component, byte[] bytes) {
        Optional<ComponentDefinition> existing = isRepair(catalog) ? Optional.empty() : catalog.component(name);
        if (existing.isEmpty()) {
            return change(List.of(), List.of(), definition, bytes);
        }
        if (statement.ifNotExists()) {
            return CatalogChange.none();
        }
        if (!statement.orReplace()) {
            throw new SqlLayerException(
                    SqlLayerErrorCode.COMPONENT_EXISTS,
                    subject + " exists: write CREATE OR REPLACE COMPONENT, or drop it first");
        }
        return replace(existing.get(), catalog.users(name), definition, component, bytes);
    }

    /** What cannot be read can still be replaced. */
    private boolean isRepair(FunctionCatalog catalog) {
        return statement.orReplace() && catalog.hasDamagedComponent(name);
    }

    /** The same bytes change no function: nothing is checked again, and nobody's grants go. */
    private CatalogChange replace(
            ComponentDefinition existing,
            List<FunctionDefinition> users,
            ComponentDefinition definition,
            Component component,
            byte[] bytes) {
        ComponentDefinition unchanged = new ComponentDefinition(
                name,
                definition.sha256(),
                definition.options(),
                definition.comment(),
                existing.owner(),
                existing.grants(),
                existing.version());
        if (existing.equals(unchanged)) {
            return CatalogChange.none();
        }
        if (existing.sha256().equals(definition.sha256())) {
            return change(List.of(), List.of(), unchanged, bytes);
        }
        List<FunctionDefinition> after = users.stream()
                .map(function -> function.withComponent(definition))
                .toList();
        after.forEach(function -> StoredExport.check(function, component, bytes, session));
        return change(users, after, definition, bytes);
    }

    private static CatalogChange change(
            List<FunctionDefinition> before,
            List<FunctionDefinition> after,
            ComponentDefinition definition,
            byte[] bytes) {
        return new CatalogChange(
                before,
                List.of(),
                after,
                List.of(),
                List.of(definition),
                List.of(),
                Map.of(definition.sha256(), bytes));
    }
}

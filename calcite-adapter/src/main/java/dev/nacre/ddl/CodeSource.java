package dev.nacre.ddl;

import dev.nacre.engine.Component;
import dev.nacre.engine.Limits;
import dev.nacre.engine.docs.ComponentDocs;
import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionSettings;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SettingValues;
import dev.nacre.h2.catalog.Administration;
import dev.nacre.sql.ddl.CodeReference;
import dev.nacre.sql.ddl.QualifiedName;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Where a function's code comes from, loaded.
 *
 * @param docs what the component says of itself
 * @param definition the component of that name; empty for one that the statement brings
 * @param settings what a function of it is held to
 * @param newCode the bytes that the statement brings, by SHA-256
 */
record CodeSource(
        Component component,
        ComponentDocs docs,
        Optional<ComponentDefinition> definition,
        EffectiveSettings settings,
        Map<String, byte[]> newCode) {
    /** @param options what the function sets for itself */
    static CodeSource of(String subject, CodeReference reference, DdlSession session, SettingValues options)
            throws SQLException {
        if (reference instanceof CodeReference.Named named) {
            return named(subject, named.component(), session, options);
        }
        EffectiveSettings settings = session.settings().and(options);
        byte[] bytes = session.bytes(((CodeReference.Inline) reference).source(), settings);
        Component component = Components.load(subject, bytes, settings, session);
        return new CodeSource(component, docs(bytes), Optional.empty(), settings, Map.of(component.sha256(), bytes));
    }

    /** Loads a component that was created before; the engine has it at hand while anybody uses it. */
    static CodeSource named(String subject, QualifiedName name, DdlSession session, SettingValues options)
            throws SQLException {
        Stored stored = CatalogReading.of(session, catalog -> {
            ComponentDefinition definition = Components.find(name, catalog);
            return new Stored(definition, session.database().code(session.connection(), definition.sha256()));
        });
        ComponentDefinition definition = stored.definition();
        requireHarmless(subject, definition, session);
        byte[] bytes = stored.bytes();
        EffectiveSettings settings =
                session.settings().and(FunctionSettings.of(definition)).and(options);
        Component component = Components.load(subject, bytes, settings, session);
        return new CodeSource(component, docs(bytes), Optional.of(definition), settings, Map.of());
    }

    /** What a component may do, all its functions may, and with them whoever calls them. */
    private static void requireHarmless(String subject, ComponentDefinition component, DdlSession session)
            throws SQLException {
        if (!component.grants().isEmpty()) {
            Administration.requireAdministrator(
                    session.connection(),
                    subject + ": component '" + component.name() + "', which was granted something of the host");
        }
    }

    private record Stored(ComponentDefinition definition, byte[] bytes) {}

    private static ComponentDocs docs(byte[] bytes) {
        return ComponentDocs.of(bytes, Limits.sandbox());
    }

    /** Returns whether the component is in a catalog as it was when it was loaded. */
    boolean isCurrent(FunctionCatalog catalog) {
        return definition.isEmpty()
                || catalog.component(definition.get().name()).equals(definition);
    }
}

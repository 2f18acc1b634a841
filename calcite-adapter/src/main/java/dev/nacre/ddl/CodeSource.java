package dev.nacre.ddl;

import dev.nacre.engine.Component;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.docs.ComponentDocs;
import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.FunctionCatalog;
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
 * @param newCode the bytes that the statement brings, by SHA-256
 */
record CodeSource(
        Component component,
        ComponentDocs docs,
        Optional<ComponentDefinition> definition,
        Map<String, byte[]> newCode) {
    static CodeSource of(String subject, CodeReference reference, DdlSession session) throws SQLException {
        if (reference instanceof CodeReference.Named named) {
            return named(subject, named.component(), session);
        }
        byte[] bytes = new SourceBytes(session.parameters(), Limits.sandbox().get(Setting.COMPONENT_BYTES))
                .read(((CodeReference.Inline) reference).source());
        Component component = Components.load(subject, session.database().engine(), bytes);
        return new CodeSource(component, docs(bytes), Optional.empty(), Map.of(component.sha256(), bytes));
    }

    /** Loads a component that was created before; the engine has it at hand while anybody uses it. */
    static CodeSource named(String subject, QualifiedName name, DdlSession session) throws SQLException {
        ComponentDefinition definition =
                Components.find(name, session.database().settled(session.connection()));
        byte[] bytes = session.database().code(session.connection(), definition.sha256());
        Component component = Components.load(subject, session.database().engine(), bytes);
        return new CodeSource(component, docs(bytes), Optional.of(definition), Map.of());
    }

    private static ComponentDocs docs(byte[] bytes) {
        return ComponentDocs.of(bytes, Limits.sandbox());
    }

    /** Returns whether the component is in a catalog as it was when it was loaded. */
    boolean isCurrent(FunctionCatalog catalog) {
        return definition.isEmpty()
                || catalog.component(definition.get().name()).equals(definition);
    }
}

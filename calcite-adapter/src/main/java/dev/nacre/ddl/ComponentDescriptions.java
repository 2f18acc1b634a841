package dev.nacre.ddl;

import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.Limits;
import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.FunctionCatalog;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.mapping.SignatureMapping;
import dev.nacre.sql.ddl.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** DESCRIBE COMPONENT: what it is, what it gives and needs, who uses it. */
final class ComponentDescriptions {
    private final List<Value[]> rows = new ArrayList<>();

    private ComponentDescriptions() {}

    static OwnResult of(QualifiedName name, DdlSession session) throws SQLException {
        return CatalogReading.of(session, catalog -> of(name, catalog, session));
    }

    private static OwnResult of(QualifiedName name, FunctionCatalog catalog, DdlSession session) throws SQLException {
        ComponentDefinition component = Components.find(name, catalog);
        byte[] bytes = session.database().code(session.connection(), component.sha256());
        ComponentDescriptions description = new ComponentDescriptions();
        description.definition(component, bytes.length);
        description.contents(session, bytes);
        description.users(catalog.users(component.name()));
        return new OwnResult.Rows(OwnColumns.COMPONENT_DESCRIPTION, description.rows);
    }

    private void definition(ComponentDefinition component, int size) {
        add("name", null, component.name());
        add("sha256", null, component.sha256());
        add("bytes", null, Integer.toString(size));
        component.options().values().forEach((option, value) -> add("option", option, value.toString()));
        add("comment", null, component.comment());
        add("owner", null, component.owner());
        component.grants().forEach(grant -> add("granted", null, grant.sql()));
    }

    /** A component that cannot be loaded in this JVM, perhaps for its lower caps, is described as far as it can be read. */
    private void contents(DdlSession session, byte[] bytes) {
        try {
            ComponentDescription description = session.database().engine().describe(bytes);
            description.functions().forEach(export -> add("export", export.name(), signature(export)));
            description
                    .type()
                    .imports()
                    .forEach(item -> add("import", item.name(), isMissing(item.name(), description)));
            session.database()
                    .library()
                    .load(bytes, Limits.sandbox(), session.user())
                    .slowFunctions()
                    .forEach(function -> add("slow function", null, function));
        } catch (EngineException failure) {
            add("cannot be loaded", null, String.valueOf(failure.getMessage()));
        }
    }

    private static String isMissing(String name, ComponentDescription description) {
        boolean missing = description.missingImports().stream()
                .anyMatch(item -> item.equals(name) || item.startsWith(name + "#"));
        return missing ? "not provided" : "provided";
    }

    private static String signature(ExportedFunctionType export) {
        try {
            return SignatureMapping.infer(export.type()).sql();
        } catch (FunctionException unmapped) {
            return "not mapped: " + unmapped.getMessage();
        }
    }

    private void users(List<FunctionDefinition> users) {
        users.forEach(function ->
                add("used by", function.name() + Overloads.typeList(function.signature()), function.export()));
    }

    private void add(String property, @Nullable String item, String value) {
        rows.add(new Value[] {Lists.text(property), Lists.text(item), Lists.text(value)});
    }
}

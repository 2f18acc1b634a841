package dev.nacre.ddl;

import dev.nacre.functions.ComponentDefinition;
import dev.nacre.functions.DefinitionOptions;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import java.util.ArrayList;
import java.util.List;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** DESCRIBE FUNCTION: the rows of one name, its overloads one after the other. */
final class FunctionDescription {
    private final List<Value[]> rows = new ArrayList<>();

    private FunctionDescription() {}

    static OwnResult of(List<FunctionDefinition> overloads) {
        FunctionDescription description = new FunctionDescription();
        overloads.forEach(description::describe);
        return new OwnResult.Rows(OwnColumns.FUNCTION_DESCRIPTION, description.rows);
    }

    private void describe(FunctionDefinition function) {
        String name = function.name() + Overloads.typeList(function.signature());
        for (FunctionSignature.Parameter parameter : function.signature().parameters()) {
            add(name, "parameter", parameter.name(), parameter.type().sql());
        }
        add(name, "returns", null, function.signature().returns().sql());
        add(name, "kind", null, function.kind().name());
        add(
                name,
                "component",
                function.component().map(ComponentDefinition::name).orElse(null),
                function.sha256());
        add(name, "export", null, function.export());
        add(name, "determinism", null, CreateText.determinism(function));
        add(name, "null input", null, nullInput(function.nullHandling()));
        add(name, "error", null, CreateText.onError(function));
        options(name, "option", function.options());
        function.component().ifPresent(component -> options(name, "option of component", component.options()));
        add(name, "comment", null, function.comment());
        add(name, "owner", null, function.owner());
        add(name, "execute", null, String.join(", ", function.grantees().names()));
    }

    private static String nullInput(NullHandling handling) {
        String words = CreateText.onNull(handling);
        return words.isEmpty() ? "as the types of the export say" : words;
    }

    private void options(String name, String property, DefinitionOptions options) {
        options.values().forEach((option, value) -> add(name, property, option, value.toString()));
    }

    private void add(String function, String property, @Nullable String item, String value) {
        rows.add(new Value[] {Lists.text(function), Lists.text(property), Lists.text(item), Lists.text(value)});
    }
}

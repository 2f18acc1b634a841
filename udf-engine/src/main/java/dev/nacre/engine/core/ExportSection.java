package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what a module gives: the export section and the start section. */
final class ExportSection {
    private final ModuleScope scope;
    private final Cursor cursor;
    private final List<CoreModuleType.Export> exports = new ArrayList<>();
    private final List<Integer> indices = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private OptionalInt start = OptionalInt.empty();

    ExportSection(ModuleScope scope) {
        this.scope = scope;
        this.cursor = scope.cursor;
    }

    List<CoreModuleType.Export> exports() {
        return exports;
    }

    List<Integer> indices() {
        return indices;
    }

    OptionalInt start() {
        return start;
    }

    void readExports() {
        int count = cursor.vector(3, "exports");
        scope.cap(Setting.EXPORTS, count);
        for (int i = 0; i < count; i++) {
            int position = cursor.position();
            String name = scope.name();
            if (!names.add(name)) {
                throw cursor.place().invalid(position, "duplicate export " + Place.quoted(name));
            }
            exports.add(new CoreModuleType.Export(name, type()));
        }
    }

    private CoreExternType type() {
        int kind = cursor.u8();
        return switch (kind) {
            case 0 -> function();
            case 1 -> item(scope.tables, "table");
            case 2 -> item(scope.memories, "memory");
            case 3 -> global();
            case 4 -> item(scope.tags, "tag");
            default -> throw cursor.place().malformed(cursor.position() - 1, "unknown kind of export " + kind);
        };
    }

    private CoreExternType function() {
        CoreFunctionType type = item(scope.functions, "function");
        scope.declared.set(indices.get(indices.size() - 1));
        return new CoreExternType.Function(type);
    }

    private CoreExternType global() {
        CoreExternType.Global global = item(scope.globals, "global");
        if (global.mutable()) {
            scope.features.use(CoreFeature.MUTABLE_GLOBALS);
        }
        return global;
    }

    private <T> T item(List<T> space, String what) {
        int index = scope.index(space.size(), what);
        indices.add(index);
        return space.get(index);
    }

    void readStart() {
        int position = cursor.position();
        int index = scope.index(scope.functions.size(), "function");
        CoreFunctionType type = scope.functions.get(index);
        if (!type.parameters().isEmpty() || !type.results().isEmpty()) {
            throw cursor.place().invalid(position, "the start function takes or gives values");
        }
        start = OptionalInt.of(index);
    }
}

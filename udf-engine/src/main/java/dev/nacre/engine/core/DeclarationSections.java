package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.Setting;
import dev.nacre.engine.core.ModuleLayout.GlobalDefinition;
import java.util.ArrayList;
import java.util.List;

/** Reads the sections that fill the index spaces: types, imports, functions, tables, memories, tags, globals. */
final class DeclarationSections {
    private final ModuleScope scope;
    private final Cursor cursor;
    private final TypeReader types;
    private final List<CoreModuleType.Import> imports = new ArrayList<>();
    private final List<GlobalDefinition> globals = new ArrayList<>();

    DeclarationSections(ModuleScope scope, TypeReader types) {
        this.scope = scope;
        this.cursor = scope.cursor;
        this.types = types;
    }

    List<CoreModuleType.Import> imports() {
        return imports;
    }

    /** Returns the module's own globals. */
    List<GlobalDefinition> globals() {
        return globals;
    }

    void readTypes() {
        int count = cursor.vector(2, "types");
        scope.cap(Setting.TYPES, count);
        for (int i = 0; i < count; i++) {
            scope.addType(types.functionType());
        }
    }

    void readImports() {
        int count = cursor.vector(4, "imports");
        scope.cap(Setting.IMPORTS, count);
        for (int i = 0; i < count; i++) {
            imports.add(new CoreModuleType.Import(scope.name(), scope.name(), importType()));
        }
        scope.importedFunctions = scope.functions.size();
        scope.importedTables = scope.tables.size();
        scope.importedMemories = scope.memories.size();
        scope.importedGlobals = scope.globals.size();
        scope.importedTags = scope.tags.size();
        functionCaps(scope.functions.size());
    }

    private CoreExternType importType() {
        int kind = cursor.u8();
        return switch (kind) {
            case 0 -> importedFunction();
            case 1 -> importedTable();
            case 2 -> importedMemory();
            case 3 -> importedGlobal();
            case 4 -> importedTag();
            default -> throw cursor.place().malformed(cursor.position() - 1, "unknown kind of import " + kind);
        };
    }

    private CoreExternType importedFunction() {
        CoreFunctionType type = scope.type();
        scope.addFunction(type);
        return new CoreExternType.Function(type);
    }

    private CoreExternType importedTable() {
        CoreExternType.Table table = types.table();
        scope.addTable(table);
        return table;
    }

    private CoreExternType importedMemory() {
        CoreExternType.Memory memory = types.memory();
        scope.addMemory(memory);
        return memory;
    }

    private CoreExternType importedGlobal() {
        CoreExternType.Global global = types.global();
        if (global.mutable()) {
            scope.features.use(CoreFeature.MUTABLE_GLOBALS);
        }
        scope.addGlobal(global);
        return global;
    }

    private CoreExternType importedTag() {
        CoreExternType.Tag tag = types.tag();
        scope.addTag(tag);
        return tag;
    }

    void readFunctions() {
        int count = cursor.vector(1, "functions");
        functionCaps((long) scope.importedFunctions + count);
        for (int i = 0; i < count; i++) {
            scope.addFunction(scope.type());
        }
    }

    private void functionCaps(long functions) {
        scope.cap(Setting.FUNCTIONS, functions);
        scope.cap(Setting.TYPE_FUNCTION_PAIRS, functions * scope.types.size());
    }

    void readTables() {
        int count = cursor.vector(3, "tables");
        for (int i = 0; i < count; i++) {
            scope.addTable(types.table());
        }
    }

    void readMemories() {
        int count = cursor.vector(2, "memories");
        for (int i = 0; i < count; i++) {
            scope.addMemory(types.memory());
        }
    }

    void readTags() {
        int count = cursor.vector(2, "tags");
        for (int i = 0; i < count; i++) {
            scope.addTag(types.tag());
        }
    }

    void readGlobals(ConstantReader constants) {
        int count = cursor.vector(3, "globals");
        for (int i = 0; i < count; i++) {
            CoreExternType.Global global = types.global();
            globals.add(new GlobalDefinition(global, constants.read(global.type())));
            scope.addGlobal(global);
        }
    }
}

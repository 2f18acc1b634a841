package dev.nacre.engine.validate;

import dev.nacre.engine.binary.CoreTypeSource;
import dev.nacre.engine.binary.Declaration;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreModuleType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Core types, with the module types' own index spaces: Binary.md, "Type Definitions". */
final class CoreTypeDeclarations {
    private final Scope scope;
    private final ValidationContext context;
    private final IndexSpace<CoreFunctionType> types;
    private final List<CoreModuleType.Import> imports = new ArrayList<>();
    private final List<CoreModuleType.Export> exports = new ArrayList<>();
    private final Set<List<String>> importNames = new HashSet<>();
    private final Set<String> exportNames = new HashSet<>();

    CoreTypeDeclarations(Scope scope, ValidationContext context) {
        this.scope = scope;
        this.context = context;
        this.types = new IndexSpace<>(Sort.CORE_TYPE, context);
    }

    Definition define(Declaration.CoreType declaration) {
        if (declaration.type() instanceof CoreTypeSource.Function function) {
            scope.coreTypes().add(CoreTypeItem.of(function.type()));
        } else {
            ((CoreTypeSource.Module) declaration.type()).parts().forEach(this::add);
            scope.coreTypes().add(CoreTypeItem.of(new CoreModuleType(imports, exports)));
        }
        return new Definition.CoreTypeDefinition();
    }

    private void add(CoreTypeSource.Part part) {
        if (part instanceof CoreTypeSource.TypePart type) {
            types.add(functionType(type.type()));
        } else if (part instanceof CoreTypeSource.OuterPart outer) {
            types.add(outerType(outer));
        } else if (part instanceof CoreTypeSource.ImportPart item) {
            addImport(item);
        } else {
            addExport((CoreTypeSource.ExportPart) part);
        }
    }

    private CoreFunctionType functionType(CoreTypeSource source) {
        if (source instanceof CoreTypeSource.Function function) {
            return function.type();
        }
        throw context.invalid("expected a type of core functions in a module type, found a module type");
    }

    private CoreFunctionType outerType(CoreTypeSource.OuterPart outer) {
        if (outer.count() == 0) {
            return types.get(outer.index());
        }
        Scope target = OuterScopes.count(scope, outer.count() - 1, context).scope();
        return target.coreTypes()
                .get(outer.index())
                .function()
                .orElseThrow(() -> context.invalid("expected a core function type, found a module type"));
    }

    private void addImport(CoreTypeSource.ImportPart item) {
        if (!importNames.add(List.of(item.module(), item.name()))) {
            throw context.invalid("expected the core import " + Text.quoted(item.module()) + " "
                    + Text.quoted(item.name()) + " once, found it again");
        }
        imports.add(new CoreModuleType.Import(item.module(), item.name(), resolve(item.type())));
    }

    private void addExport(CoreTypeSource.ExportPart item) {
        if (!exportNames.add(item.name())) {
            throw context.invalid("expected the core export " + Text.quoted(item.name()) + " once, found it again");
        }
        exports.add(new CoreModuleType.Export(item.name(), resolve(item.type())));
    }

    private CoreExternType resolve(CoreTypeSource.Extern extern) {
        if (extern instanceof CoreTypeSource.FunctionExtern function) {
            return new CoreExternType.Function(types.get(function.type()));
        }
        if (extern instanceof CoreTypeSource.TagExtern tag) {
            CoreFunctionType type = types.get(tag.type());
            if (!type.results().isEmpty()) {
                throw context.invalid("expected a tag type without results, found " + type.results());
            }
            return new CoreExternType.Tag(type);
        }
        return checkLimits(((CoreTypeSource.PlainExtern) extern).type());
    }

    private CoreExternType checkLimits(CoreExternType type) {
        if (type instanceof CoreExternType.Memory memory) {
            long most = memory.is64() ? 1L << 48 : 1L << 16;
            CoreLimitRules.check(memory.limits(), most, context);
            if (memory.shared() && memory.limits().maximum().isEmpty()) {
                throw context.invalid("expected a shared memory to have a maximum, found none");
            }
        } else if (type instanceof CoreExternType.Table table) {
            CoreLimitRules.check(table.limits(), (1L << 32) - 1, context);
        }
        return type;
    }
}

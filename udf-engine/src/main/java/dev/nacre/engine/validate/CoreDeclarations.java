package dev.nacre.engine.validate;

import dev.nacre.engine.binary.Declaration;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleType;
import dev.nacre.engine.wit.ExternType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Core instances: Explainer.md, "Instance Definitions". */
final class CoreDeclarations {
    private final Scope scope;
    private final ValidationContext context;

    CoreDeclarations(Scope scope, ValidationContext context) {
        this.scope = scope;
        this.context = context;
    }

    Definition module(Declaration.CoreModule declaration) {
        context.countModule();
        CoreModule module = context.modules().read(declaration.offset(), declaration.length());
        Set<List<String>> names = new HashSet<>();
        for (CoreModuleType.Import item : module.type().imports()) {
            if (!names.add(List.of(item.module(), item.name()))) {
                throw context.invalid("expected the core import " + Text.quoted(item.module()) + " "
                        + Text.quoted(item.name()) + " once, found it again");
            }
        }
        scope.externs(Sort.CORE_MODULE).add(new ExternType.Module(module.type()));
        return new Definition.CoreModuleDefinition(module, declaration.offset(), declaration.length());
    }

    Definition instantiate(Declaration.CoreInstantiate declaration) {
        context.countInstance();
        CoreModuleType module = scope.coreModule(declaration.module());
        Map<String, Map<String, CoreExternType>> supplied = new LinkedHashMap<>();
        List<Definition.CoreArgument> arguments = new ArrayList<>();
        for (Declaration.CoreItem item : declaration.arguments()) {
            if (supplied.put(item.name(), scope.coreInstances().get(item.index())) != null) {
                throw context.invalid("expected the argument " + Text.quoted(item.name()) + " once, found it again");
            }
            arguments.add(new Definition.CoreArgument(item.name(), item.index()));
        }
        module.imports().forEach(item -> checkImport(item, supplied));
        scope.coreInstances().add(exportsOf(module));
        return new Definition.CoreInstantiate(declaration.module(), arguments);
    }

    private void checkImport(CoreModuleType.Import item, Map<String, Map<String, CoreExternType>> supplied) {
        Map<String, CoreExternType> exports = supplied.get(item.module());
        if (exports == null) {
            throw context.invalid(
                    "expected an argument " + Text.quoted(item.module()) + " for a core module, found none");
        }
        String what = Text.quoted(item.name()) + " of argument " + Text.quoted(item.module());
        CoreExternType found = exports.get(item.name());
        if (found == null) {
            throw context.invalid("expected an export " + what + ", found none");
        }
        CoreSubtyping.difference(item.type(), found).ifPresent(words -> {
            throw context.invalid("export " + what + ": " + words);
        });
    }

    private static Map<String, CoreExternType> exportsOf(CoreModuleType module) {
        Map<String, CoreExternType> result = new LinkedHashMap<>();
        module.exports().forEach(item -> result.put(item.name(), item.type()));
        return result;
    }

    Definition bundle(Declaration.CoreBundle declaration) {
        Map<String, CoreExternType> exports = new LinkedHashMap<>();
        List<Definition.NamedItem> items = new ArrayList<>();
        for (Declaration.CoreItem item : declaration.exports()) {
            if (exports.put(item.name(), coreExtern(item)) != null) {
                throw context.invalid("expected the export " + Text.quoted(item.name()) + " once, found it again");
            }
            items.add(new Definition.NamedItem(item.name(), item.sort(), item.index()));
        }
        scope.coreInstances().add(exports);
        return new Definition.CoreInstanceFromExports(items);
    }

    private CoreExternType coreExtern(Declaration.CoreItem item) {
        if (!isCoreExtern(item.sort())) {
            throw context.invalid("expected a core function, table, memory, global or tag, found "
                    + Text.a(item.sort().noun()));
        }
        return scope.coreExterns(item.sort()).get(item.index());
    }

    static boolean isCoreExtern(Sort sort) {
        return sort.compareTo(Sort.CORE_TYPE) < 0;
    }
}

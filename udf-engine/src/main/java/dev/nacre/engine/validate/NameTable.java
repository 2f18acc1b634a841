package dev.nacre.engine.validate;

import dev.nacre.engine.binary.ExternName;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The imports or the exports of one scope by name: Binary.md, "Import and Export Definitions". Mutable; used by one
 * thread.
 */
final class NameTable {
    private final ValidationContext context;
    private final boolean introduces;
    private final Map<String, String> canonicalNames = new HashMap<>();
    private final Map<String, ResourceType> resources = new HashMap<>();
    private final List<NamedExtern> entries = new ArrayList<>();

    /**
     * @param introduces whether an export makes a new name of what it exports; an instance made of existing items does not,
     *     so nothing in it can be a method of a resource beside it
     */
    NameTable(ValidationContext context, boolean introduces) {
        this.context = context;
        this.introduces = introduces;
    }

    List<NamedExtern> entries() {
        return entries;
    }

    /** Checks a name against the grammar, the names before it and its type, and keeps it. */
    void declare(ExternName name, ExternType type) {
        context.depths().require(type);
        new AttributeRules(context).check(name, type);
        if (name.attribute(ExternName.Kind.VERSION_SUFFIX).isEmpty()) {
            checkGrammar(name.name(), type);
        }
        checkUnique(name.name());
        if (type instanceof ExternType.Resource resource && introduces) {
            resources.put(name.name(), resource.type());
        }
        entries.add(new NamedExtern(name.name(), type));
    }

    private void checkUnique(String name) {
        String before = canonicalNames.putIfAbsent(Names.canonical(name), name);
        if (before != null) {
            throw context.invalid(
                    "name " + Text.quoted(name) + " conflicts with the earlier name " + Text.quoted(before));
        }
    }

    private void checkGrammar(String name, ExternType type) {
        if (Names.isLabel(name) || Names.isInterface(name)) {
            return;
        }
        if (!checkAnnotated(name, type)) {
            String nested = Names.isNestedInterface(name) ? ", a nested name, which was never released" : "";
            throw context.invalid("expected a name in kebab case or namespace:package/interface, found "
                    + Text.quoted(name) + nested);
        }
    }

    private boolean checkAnnotated(String name, ExternType type) {
        int close = name.indexOf(']');
        String annotation = name.substring(0, close + 1);
        String bare = name.substring(close + 1);
        if (annotation.equals("[constructor]") && Names.isLabel(bare)) {
            checkConstructor(name, resource(name, bare), function(name, type));
            return true;
        }
        int dot = bare.indexOf('.');
        boolean method = annotation.equals("[method]");
        if (dot < 0
                || !(method || annotation.equals("[static]"))
                || !Names.isLabel(bare.substring(0, dot))
                || !Names.isLabel(bare.substring(dot + 1))) {
            return false;
        }
        ResourceType resource = resource(name, bare.substring(0, dot));
        FunctionType function = function(name, type);
        if (method) {
            checkMethod(name, resource, function);
        }
        return true;
    }

    private FunctionType function(String name, ExternType type) {
        if (type instanceof ExternType.Function function) {
            return function.type();
        }
        throw context.invalid(
                "expected a function under the name " + Text.quoted(name) + ", found " + Text.a(Externs.noun(type)));
    }

    private ResourceType resource(String name, String label) {
        ResourceType resource = resources.get(label);
        if (resource == null) {
            throw context.invalid(
                    "expected a resource " + Text.quoted(label) + " before " + Text.quoted(name) + ", found none");
        }
        return resource;
    }

    private void checkConstructor(String name, ResourceType resource, FunctionType type) {
        Optional<WitType> made = type.result();
        if (made.isPresent() && made.get() instanceof ResultType result) {
            made = result.ok();
        }
        if (!made.equals(Optional.of(new OwnType(resource)))) {
            throw context.invalid(
                    "expected " + Text.quoted(name) + " to return its own resource, found another result");
        }
    }

    private void checkMethod(String name, ResourceType resource, FunctionType type) {
        FunctionType.Parameter self = new FunctionType.Parameter("self", new BorrowType(resource));
        if (type.parameters().isEmpty() || !isSelf(type.parameters().get(0), self)) {
            throw context.invalid("expected the first parameter of " + Text.quoted(name) + " to be 'self: borrow<"
                    + resource + ">', found another");
        }
    }

    private static boolean isSelf(FunctionType.Parameter found, FunctionType.Parameter self) {
        return found.name().equals(self.name())
                && found.type() instanceof BorrowType
                && found.type().equals(self.type());
    }
}

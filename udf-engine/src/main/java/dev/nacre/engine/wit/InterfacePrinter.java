package dev.nacre.engine.wit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what stands in one interface: uses, types with the functions of resources, functions. */
final class InterfacePrinter {
    private final WitWriter writer;
    private final TypeNames names;
    private final TypeText types;
    private final TypeDeclaration declarations;
    private final String owner;
    private boolean first = true;

    /** @param owner the interface's name, or the empty string for the types of the world */
    InterfacePrinter(WitWriter writer, TypeNames names, String owner) {
        this.writer = writer;
        this.names = names;
        this.types = new TypeText(writer, names);
        this.declarations = new TypeDeclaration(writer, types);
        this.owner = owner;
    }

    /** Writes everything, with a blank line between items. */
    void print(List<NamedExtern> exports) {
        printTypes(exports);
        for (NamedExtern export : exports) {
            if (export.type() instanceof ExternType.Function function
                    && !export.name().startsWith("[")) {
                startItem();
                writer.write(Keywords.escape(export.name())).write(": ");
                types.write(function.type(), 0);
                writer.line(";");
            }
        }
    }

    /** Writes the uses and types alone. Returns whether there were any. */
    boolean printTypes(List<NamedExtern> exports) {
        printUses(exports);
        for (NamedExtern export : exports) {
            if (export.type() instanceof ExternType.Value value && useOf(value).isEmpty()) {
                startItem();
                printValue(export.name(), value);
            } else if (export.type() instanceof ExternType.Resource resource
                    && useOf(resource).isEmpty()) {
                startItem();
                printResource(export.name(), resource, exports);
            }
        }
        return !first;
    }

    private void startItem() {
        if (!first) {
            writer.endLine();
        }
        first = false;
    }

    private void printUses(List<NamedExtern> exports) {
        Map<String, List<String>> uses = new LinkedHashMap<>();
        for (NamedExtern export : exports) {
            useOf(export.type())
                    .ifPresent(used -> uses.computeIfAbsent(used.owner(), key -> new ArrayList<>())
                            .add(useText(used.name(), export.name())));
        }
        uses.forEach((source, list) -> {
            first = false;
            writer.line("use " + InterfaceName.relative(source, owner) + ".{" + String.join(", ", list) + "};");
        });
    }

    private static String useText(String original, String name) {
        String escaped = Keywords.escape(original);
        return original.equals(name) ? escaped : escaped + " as " + Keywords.escape(name);
    }

    /** Returns the name that another interface gave the type first, if it did. */
    private Optional<TypeNames.Named> useOf(ExternType type) {
        return originOf(type)
                .filter(named -> !named.owner().equals(owner) && !named.owner().isEmpty());
    }

    private Optional<TypeNames.Named> originOf(ExternType type) {
        if (type instanceof ExternType.Value value) {
            return names.of(value.origin());
        }
        if (type instanceof ExternType.Resource resource) {
            return names.of(resource.origin());
        }
        return Optional.empty();
    }

    private void printValue(String name, ExternType.Value value) {
        Optional<TypeNames.Named> origin = originOf(value);
        if (origin.isPresent() && !origin.get().name().equals(name)) {
            printSynonym(name, origin.get().name());
        } else {
            declarations.write(name, value.type());
        }
    }

    private void printSynonym(String name, String original) {
        writer.line("type " + Keywords.escape(name) + " = " + Keywords.escape(original) + ";");
    }

    private void printResource(String name, ExternType.Resource resource, List<NamedExtern> exports) {
        Optional<TypeNames.Named> origin = originOf(resource);
        if (origin.isPresent() && !origin.get().name().equals(name)) {
            printSynonym(name, origin.get().name());
            return;
        }
        List<NamedExtern> functions = exports.stream()
                .filter(export -> ResourceFunctionName.resourceOf(export.name()).equals(Optional.of(name)))
                .toList();
        writer.write("resource " + Keywords.escape(name));
        if (functions.isEmpty()) {
            writer.line(";");
            return;
        }
        writer.open();
        functions.forEach(this::printResourceFunction);
        writer.close();
    }

    private void printResourceFunction(NamedExtern export) {
        FunctionType type = ((ExternType.Function) export.type()).type();
        String name = Keywords.escape(ResourceFunctionName.functionOf(export.name()));
        if (export.name().startsWith("[constructor]")) {
            writer.write("constructor");
            types.writeSignature(constructed(type), 0);
        } else if (export.name().startsWith("[static]")) {
            writer.write(name).write(": static ");
            types.write(type, 0);
        } else {
            writer.write(name).write(": ");
            types.write(type, 1);
        }
        writer.line(";");
    }

    /** A constructor's result is said only when it may fail. */
    private static FunctionType constructed(FunctionType type) {
        Optional<WitType> result = type.result().filter(ResultType.class::isInstance);
        return new FunctionType(type.parameters(), result, type.async());
    }
}

package dev.nacre.engine.validate;

import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.NamedExtern;
import java.util.List;
import java.util.stream.Stream;

/** Lists the functions that a component exports, by the names under which they can be found. */
public final class ExportedFunctions {
    private ExportedFunctions() {}

    /** Returns the functions of the world and of its exported interfaces, in order of export. */
    public static List<ExportedFunctionType> of(ComponentType type) {
        return all(type).filter(function -> !isOfResource(function)).toList();
    }

    /**
     * Returns the constructors, methods and static functions of exported resources, in order of export, for example
     * {@code ns:pkg/iface#[method]counter.next}.
     */
    public static List<ExportedFunctionType> ofResources(ComponentType type) {
        return all(type).filter(ExportedFunctions::isOfResource).toList();
    }

    private static boolean isOfResource(ExportedFunctionType function) {
        return function.name().startsWith("[", function.name().indexOf('#') + 1);
    }

    private static Stream<ExportedFunctionType> all(ComponentType type) {
        return type.exports().stream().flatMap(export -> functions("", export));
    }

    private static Stream<ExportedFunctionType> functions(String prefix, NamedExtern export) {
        if (export.type() instanceof ExternType.Function function) {
            return Stream.of(new ExportedFunctionType(prefix + export.name(), function.type()));
        }
        if (prefix.isEmpty() && export.type() instanceof ExternType.Instance instance) {
            return instance.type().exports().stream().flatMap(item -> functions(export.name() + "#", item));
        }
        return Stream.empty();
    }
}

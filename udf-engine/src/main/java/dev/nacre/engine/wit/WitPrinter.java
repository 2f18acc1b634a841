package dev.nacre.engine.wit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes types as WIT text, the same text for the same component.
 *
 * <p>See <a href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/WIT.md">WIT.md</a>. A text is cut off
 * beyond a million characters, and says so.
 */
public final class WitPrinter {
    private WitPrinter() {}

    /**
     * Writes a component's world, and the interfaces that it imports and exports in the packages they belong to.
     *
     * @param worldName in kebab case, by custom {@code root}
     */
    public static String print(ComponentType type, String worldName) {
        WitWriter writer = new WitWriter();
        TypeNames names = TypeNames.of(type);
        writer.line("package root:component;");
        writer.endLine();
        new WorldPrinter(writer, names).print(type, worldName);
        packages(type).forEach((name, interfaces) -> printPackage(writer, names, name, interfaces));
        return writer.toString();
    }

    /** Writes a function type on one line, the types in it by their structure. */
    public static String print(FunctionType type) {
        WitWriter writer = new WitWriter();
        new TypeText(writer, new TypeNames()).write(type, 0);
        return writer.toString();
    }

    /** Writes a value type on one line, the types in it by their structure. */
    public static String print(WitType type) {
        WitWriter writer = new WitWriter();
        new TypeText(writer, new TypeNames()).write(type);
        return writer.toString();
    }

    private static void printPackage(
            WitWriter writer, TypeNames names, String name, Map<String, List<NamedExtern>> interfaces) {
        writer.endLine();
        writer.write("package " + name).open();
        boolean first = true;
        for (Map.Entry<String, List<NamedExtern>> entry : interfaces.entrySet()) {
            if (!first) {
                writer.endLine();
            }
            first = false;
            String simpleName = InterfaceName.parse(entry.getKey()).name();
            writer.write("interface " + Keywords.escape(simpleName)).open();
            new InterfacePrinter(writer, names, entry.getKey()).print(entry.getValue());
            writer.close();
        }
        writer.close();
    }

    /** Returns the items of every interface by package and name, an interface that is imported and exported once. */
    private static Map<String, Map<String, List<NamedExtern>>> packages(ComponentType type) {
        Map<String, Map<String, List<NamedExtern>>> result = new LinkedHashMap<>();
        List<NamedExtern> all = new ArrayList<>(type.imports());
        all.addAll(type.exports());
        for (NamedExtern item : all) {
            if (item.type() instanceof ExternType.Instance instance && InterfaceName.isInterface(item.name())) {
                String packageName = InterfaceName.parse(item.name()).versionedPackage();
                result.computeIfAbsent(packageName, key -> new LinkedHashMap<>())
                        .merge(item.name(), instance.type().exports(), WitPrinter::union);
            }
        }
        return result;
    }

    private static List<NamedExtern> union(List<NamedExtern> first, List<NamedExtern> second) {
        Map<String, NamedExtern> result = new LinkedHashMap<>();
        first.forEach(item -> result.put(item.name(), item));
        second.forEach(item -> result.putIfAbsent(item.name(), item));
        return new ArrayList<>(result.values());
    }
}

package dev.nacre.engine.wit;

import java.util.List;

/** Writes the world of a component: its imports and exports, without the interfaces behind them. */
final class WorldPrinter {
    private final WitWriter writer;
    private final TypeNames names;

    WorldPrinter(WitWriter writer, TypeNames names) {
        this.writer = writer;
        this.names = names;
    }

    void print(ComponentType type, String worldName) {
        writer.write("world " + Keywords.escape(worldName)).open();
        boolean any = printItems("import", type.imports(), false);
        any = printTypesOf(type.imports(), any);
        any = printTypesOf(type.exports(), any);
        printItems("export", type.exports(), any);
        writer.close();
    }

    /** Writes the types after a blank line when something stands before. Returns whether anything stands now. */
    private boolean printTypesOf(List<NamedExtern> items, boolean before) {
        boolean types = items.stream()
                .anyMatch(
                        item -> item.type() instanceof ExternType.Value || item.type() instanceof ExternType.Resource);
        if (types) {
            separate(before);
            new InterfacePrinter(writer, names, "").printTypes(items);
        }
        return before || types;
    }

    /** Writes imports or exports, after a blank line when something stands before. Returns whether anything stands now. */
    private boolean printItems(String keyword, List<NamedExtern> items, boolean before) {
        boolean any = false;
        for (NamedExtern item : items) {
            if (isItem(item)) {
                separate(before && !any);
                printItem(keyword, item);
                any = true;
            }
        }
        return before || any;
    }

    private void separate(boolean needed) {
        if (needed) {
            writer.endLine();
        }
    }

    private static boolean isItem(NamedExtern item) {
        boolean type = item.type() instanceof ExternType.Value
                || item.type() instanceof ExternType.Resource
                || item.type() instanceof ExternType.Alias;
        return !type && !item.name().startsWith("[");
    }

    private void printItem(String keyword, NamedExtern item) {
        if (item.type() instanceof ExternType.Function function) {
            writer.write(keyword + " " + Keywords.escape(item.name()) + ": ");
            new TypeText(writer, names).write(function.type(), 0);
            writer.line(";");
        } else if (item.type() instanceof ExternType.Instance instance) {
            printInstance(keyword, item.name(), instance.type());
        } else {
            boolean component = item.type() instanceof ExternType.Component;
            writer.line("// " + keyword + " " + item.name() + ": " + (component ? "component" : "core module")
                    + ", which WIT cannot say");
        }
    }

    private void printInstance(String keyword, String name, InstanceType type) {
        if (InterfaceName.isInterface(name)) {
            writer.line(keyword + " " + name + ";");
            return;
        }
        writer.write(keyword + " " + Keywords.escape(name) + ": interface").open();
        new InterfacePrinter(writer, names, name).print(type.exports());
        writer.close();
    }
}

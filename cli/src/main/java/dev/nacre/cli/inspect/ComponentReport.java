package dev.nacre.cli.inspect;

import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.WitPrinter;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.mapping.SignatureMapping;
import java.util.ArrayList;
import java.util.List;

/** What a component needs and gives, as text: its world, its imports, the SQL signature of each function. */
public final class ComponentReport {
    private static final String INDENT = "  ";
    private static final String ITEM = "#";

    private final ComponentDescription description;
    private final List<String> lines = new ArrayList<>();

    private ComponentReport(ComponentDescription description) {
        this.description = description;
    }

    /**
     * Returns the report's lines.
     *
     * @param name what to call the component
     * @param bytes how long it is
     */
    public static List<String> lines(String name, long bytes, ComponentDescription description) {
        ComponentReport report = new ComponentReport(description);
        report.lines.add(name + ": a component of " + bytes + " bytes");
        report.lines.add("SHA-256 " + description.sha256());
        report.describeWorld();
        report.describeImports();
        report.describeFunctions();
        return List.copyOf(report.lines);
    }

    private void heading(String text) {
        lines.add("");
        lines.add(text);
    }

    private void describeWorld() {
        heading("World");
        description
                .wit()
                .strip()
                .lines()
                .map(line -> (INDENT + line).stripTrailing())
                .forEach(lines::add);
    }

    private void describeImports() {
        List<String> names =
                description.type().imports().stream().map(NamedExtern::name).toList();
        long missing = names.stream().filter(name -> !missing(name).isEmpty()).count();
        heading(
                missing == 0
                        ? "Imports: " + names.size() + ", all provided"
                        : "Imports: " + names.size() + ", " + missing + " not provided: it cannot be registered");
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (String name : names) {
            lines.add(INDENT + name + " ".repeat(width - name.length()) + INDENT + state(name));
        }
    }

    private String state(String name) {
        List<String> missing = missing(name);
        if (missing.isEmpty()) {
            return "provided";
        }
        return missing.contains(name) ? "NOT PROVIDED" : "NOT PROVIDED: " + String.join(", ", items(name, missing));
    }

    /** Returns what is missing of an import: its own name, or those of items in it. */
    private List<String> missing(String name) {
        return description.missingImports().stream()
                .filter(missing -> missing.equals(name) || missing.startsWith(name + ITEM))
                .toList();
    }

    private static List<String> items(String name, List<String> missing) {
        return missing.stream()
                .map(item -> item.substring(name.length() + ITEM.length()))
                .toList();
    }

    private void describeFunctions() {
        heading("Functions: " + description.functions().size());
        description.functions().forEach(this::describe);
    }

    private void describe(ExportedFunctionType function) {
        lines.add(INDENT + function.name() + ": " + WitPrinter.print(function.type()));
        lines.add(INDENT + INDENT + sql(function));
    }

    private static String sql(ExportedFunctionType function) {
        try {
            FunctionSignature signature = SignatureMapping.infer(function.type());
            return "SQL " + signature.sql();
        } catch (FunctionException unmapped) {
            return "not mapped to SQL: " + unmapped.getMessage();
        }
    }
}

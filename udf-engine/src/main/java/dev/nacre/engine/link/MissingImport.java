package dev.nacre.engine.link;

import dev.nacre.engine.host.SignatureText;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.NamedExtern;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An import that nobody provides.
 *
 * @param name as imported; an item of an interface behind the interface's name and {@code #}
 * @param expected in words, short whatever a component brings
 */
record MissingImport(String name, String expected) {
    /** What of WASI there is. */
    private static final Pattern WASI_0_2 = Pattern.compile("[^@]*@0\\.2\\.\\d+(#.*)?");

    private static final int MOST_CHARACTERS = 120;
    private static final int MOST_ITEMS = 4;

    static MissingImport of(String name, ExternType type) {
        return new MissingImport(name, words(type));
    }

    private static String words(ExternType type) {
        if (type instanceof ExternType.Function function) {
            return SignatureText.of(function.type(), resource -> resource.toString(), MOST_CHARACTERS);
        }
        if (type instanceof ExternType.Instance instance) {
            return words(instance.type());
        }
        if (type instanceof ExternType.Module) {
            return "a core module";
        }
        return type instanceof ExternType.Component ? "a component" : "a resource type";
    }

    private static String words(InstanceType type) {
        int count = type.exports().size();
        String names = type.exports().stream()
                .map(NamedExtern::name)
                .limit(MOST_ITEMS)
                .map(MissingImport::shortened)
                .collect(Collectors.joining(", "));
        return "an interface with " + names + (count > MOST_ITEMS ? " and " + (count - MOST_ITEMS) + " more" : "");
    }

    private static String shortened(String name) {
        return name.length() > MOST_CHARACTERS ? name.substring(0, MOST_CHARACTERS) + "..." : name;
    }

    /** Returns whether it is of a version of WASI, or of none, that no host has. */
    boolean isOfOtherWasi() {
        return name.startsWith("wasi:") && !WASI_0_2.matcher(name).matches();
    }

    @Override
    public String toString() {
        return "'" + name + "' (" + expected + ")";
    }
}

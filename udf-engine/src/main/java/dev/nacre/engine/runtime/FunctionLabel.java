package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreModule;

/**
 * A function in a message: {@code function 17 'sort'}.
 *
 * @param name empty when not known
 */
record FunctionLabel(int index, String name) {
    private static final int LONGEST = 100;

    /** Takes the index from a method's name. */
    FunctionLabel(CoreModule facts, String method) {
        this(indexOf(method), facts.functionNames());
    }

    FunctionLabel(int index, java.util.List<String> names) {
        this(index, index < names.size() ? names.get(index) : "");
    }

    static int indexOf(String method) {
        return Integer.parseInt(method.substring(GuestNames.FUNCTION.length()));
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "function " + index : "function " + index + " '" + harmless(name) + "'";
    }

    /** A guest chooses the name: the message stays one line of bounded length. */
    private static String harmless(String name) {
        String cut = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "...";
        return cut.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}

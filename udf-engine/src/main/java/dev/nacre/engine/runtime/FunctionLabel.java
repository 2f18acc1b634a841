package dev.nacre.engine.runtime;

import dev.nacre.engine.core.CoreModule;

/**
 * A function in a message: {@code function 17 'sort'}.
 *
 * @param name empty when not known
 */
record FunctionLabel(int index, String name) {
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
        return name.isEmpty() ? "function " + index : "function " + index + " '" + name + "'";
    }
}

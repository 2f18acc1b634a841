package dev.nacre.engine.core;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;

/** Where in a core module the pass is now: for the words of its errors. Mutable, one for each pass. */
final class Place {
    private static final int NO_FUNCTION = -1;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private String section = "preamble";
    private int function = NO_FUNCTION;

    Place(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    void enterSection(String name) {
        section = "section '" + name + "'";
        function = NO_FUNCTION;
    }

    void enterFunction(int index) {
        function = index;
    }

    void leaveFunction() {
        function = NO_FUNCTION;
    }

    EngineException malformed(int position, String what) {
        return new EngineException(
                ErrorCode.MALFORMED,
                "malformed core module: " + this + " at byte 0x" + Integer.toHexString(position) + ": " + what
                        + "; build the component again");
    }

    EngineException invalid(int position, String what) {
        return new EngineException(
                ErrorCode.INVALID,
                "invalid core module: " + this + " at byte 0x" + Integer.toHexString(position) + ": " + what
                        + "; build the component again");
    }

    /** Returns {@code function 17 'sort'}, or the section outside of functions. */
    @Override
    public String toString() {
        return function == NO_FUNCTION ? section : nameOf(function);
    }

    /** Returns {@code function 17 'sort'}, with the name as far as the module tells it. */
    String nameOf(int index) {
        String name = NameSection.functionName(bytes, start, end, index);
        return "function " + index + (name.isEmpty() ? "" : " " + quoted(name));
    }

    /** Returns a name from a module in single quotes, harmless in a message: of bounded length, one line. */
    static String quoted(String name) {
        String cut = name.length() <= 100 ? name : name.substring(0, 100) + "...";
        return "'" + cut.replaceAll("\\p{C}", "?") + "'";
    }
}

package dev.nacre.cli.script;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
public record ScriptPosition(int line, int column) {
    /** Where every text begins. */
    public static final ScriptPosition START = new ScriptPosition(1, 1);

    /** Returns where one gets from here by reading a text. */
    public ScriptPosition after(CharSequence text) {
        int lines = line;
        int columns = column;
        for (int index = 0; index < text.length(); index++) {
            boolean lineEnds = text.charAt(index) == '\n';
            lines += lineEnds ? 1 : 0;
            columns = lineEnds ? 1 : columns + 1;
        }
        return new ScriptPosition(lines, columns);
    }

    /** Returns this place of a text that itself begins at another place. */
    public ScriptPosition from(ScriptPosition beginning) {
        return line == 1
                ? new ScriptPosition(beginning.line, beginning.column + column - 1)
                : new ScriptPosition(beginning.line + line - 1, column);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}

package dev.nacre.engine.wit;

/**
 * Collects lines of WIT with their indentation, up to a bound: types can be made so that their text is far longer than the
 * component. Mutable; used by one thread.
 */
final class WitWriter {
    private static final int MAXIMUM_LENGTH = 1 << 20;
    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();
    private int level;
    private boolean lineStarted;

    WitWriter write(String part) {
        if (isFull()) {
            return this;
        }
        if (!lineStarted) {
            text.append(STEP.repeat(level));
            lineStarted = true;
        }
        text.append(part);
        return this;
    }

    void line(String part) {
        write(part).endLine();
    }

    void endLine() {
        if (!isFull()) {
            text.append('\n');
        }
        lineStarted = false;
    }

    /** Ends the line with a brace; what follows stands inside. */
    void open() {
        write(" {").endLine();
        level++;
    }

    void close() {
        level--;
        line("}");
    }

    /** Returns whether the bound was reached; what is written from then on is lost. */
    boolean isFull() {
        return text.length() > MAXIMUM_LENGTH;
    }

    @Override
    public String toString() {
        return isFull() ? text + "\n// the rest is left out: the types are too long\n" : text.toString();
    }
}

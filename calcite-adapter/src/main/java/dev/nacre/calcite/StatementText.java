package dev.nacre.calcite;

import static java.util.Objects.requireNonNull;

/**
 * A statement's text in the forms that are asked for.
 *
 * @param written what the client wrote; what fails while the statement is planned is about it
 * @param executed the same up to its end, as H2 quotes a statement that fails while it runs
 * @param parsed the same with the standard's words for literals; the positions of the tree refer to it
 */
public record StatementText(String written, String executed, String parsed) {
    public StatementText {
        requireNonNull(written, "written is null");
        requireNonNull(executed, "executed is null");
        requireNonNull(parsed, "parsed is null");
    }
}

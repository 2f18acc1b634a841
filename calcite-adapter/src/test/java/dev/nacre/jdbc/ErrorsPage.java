package dev.nacre.jdbc;

import dev.nacre.engine.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page {@code docs/errors.md}, in pieces. Paths of guests are those from this module's folder. */
final class ErrorsPage {
    private static final String SAMPLES = "samples/guests/";
    private static final String BLOCK = "```%s\n(.*?)\n```\n\n";
    private static final Pattern SETUP = Pattern.compile("## Before\n.*?" + BLOCK.formatted("sql"), Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^### .*$", Pattern.MULTILINE);
    private static final Pattern ENTRY = Pattern.compile(
            "^### (\\w{5}) (\\d{4}) ([A-Z_]+) \\(([A-Z]+)\\)\n\n(.+?)\n\n" + BLOCK.formatted("sql")
                    + BLOCK.formatted("text") + BLOCK.formatted("sql"),
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile(
            "^\\| (\\w{5}) \\| (\\d{4}) \\| ([A-Z_]+) \\| ([A-Z]+) \\| (.+?) \\| (.+?) \\|$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");

    private final Path file;
    private final String text;

    private ErrorsPage(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static ErrorsPage read() throws IOException {
        Path file = Path.of("..", "docs", "errors.md");
        return new ErrorsPage(file, Files.readString(file));
    }

    /**
     * A code with what raises it.
     *
     * @param raising the last of its statements fails
     * @param corrected runs after it, in the same session
     */
    record Example(DocumentedError error, Script raising, String message, Script corrected) {
        @Override
        public String toString() {
            return error.toString();
        }
    }

    /**
     * Statements, without what ends them.
     *
     * @param remark what the comment before the first says of how they are run; empty without one
     */
    record Script(String remark, List<String> statements) {
        private static final Pattern END = Pattern.compile(";\\s*(?:\n|$)");

        static Script of(String text) {
            boolean remarked = text.startsWith("-- ");
            int start = remarked ? text.indexOf('\n') : 0;
            return new Script(
                    remarked ? text.substring(3, start) : "",
                    Arrays.stream(END.split(text.substring(start).strip()))
                            .map(ErrorsPage::located)
                            .toList());
        }

        List<String> allButLast() {
            return statements.subList(0, statements.size() - 1);
        }

        String last() {
            return statements.get(statements.size() - 1);
        }
    }

    /** Returns what makes the objects of the examples. */
    Script setup() {
        return SETUP.matcher(text)
                .results()
                .map(found -> Script.of(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    /** Returns how many examples there should be, by the headings alone. */
    long headings() {
        return HEADING.matcher(text).results().count();
    }

    List<Example> examples() {
        return ENTRY.matcher(text).results().map(ErrorsPage::example).toList();
    }

    private static Example example(MatchResult found) {
        return new Example(error(found), Script.of(found.group(6)), located(found.group(7)), Script.of(found.group(8)));
    }

    /** Returns the codes of the table of those that no statement raises. */
    List<DocumentedError> withoutExample() {
        return ROW.matcher(text).results().map(ErrorsPage::error).toList();
    }

    private static DocumentedError error(MatchResult found) {
        return new DocumentedError(
                found.group(1),
                Integer.parseInt(found.group(2)),
                found.group(3),
                ErrorCategory.valueOf(found.group(4)),
                found.group(5));
    }

    List<Path> linkedFiles() {
        return LINK.matcher(text)
                .results()
                .map(link -> file.resolveSibling(link.group(1)))
                .toList();
    }

    private static String located(String text) {
        return text.replace(SAMPLES, "../" + SAMPLES);
    }
}

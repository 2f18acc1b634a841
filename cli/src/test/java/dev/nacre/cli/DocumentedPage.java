package dev.nacre.cli;

import dev.nacre.cli.Nacre.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation, with what in it can be held against the project: sessions, code, links. */
final class DocumentedPage {
    private static final Path ROOT = Path.of("..");
    private static final String SAMPLES = "samples/guests";
    private static final Pattern SESSION = Pattern.compile(
            "```console\n\\$ \\./nacre (?<arguments>[^\n<]+?)(?: <<'SQL'\n(?<input>.*?)\nSQL)?\n(?<output>.*?)```",
            Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");

    private final Path file;
    private final String text;

    private DocumentedPage(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** Reads a page, by its path in the project. */
    static DocumentedPage of(String path) {
        Path file = ROOT.resolve(path);
        return new DocumentedPage(file, read(file));
    }

    /**
     * What somebody types and what comes of it.
     *
     * @param output what the page says that is printed, errors last
     */
    record Session(String arguments, String input, String output) {

        /** Runs it from the project's folder; returns what is printed, errors last. */
        String run() {
            Outcome outcome = new Nacre()
                    .withInput(input.replace(SAMPLES, ROOT.resolve(SAMPLES).toString()))
                    .run(arguments
                            .replace(SAMPLES, ROOT.resolve(SAMPLES).toString())
                            .split(" "));
            return (outcome.output() + outcome.errors())
                    .replace(ROOT.resolve(SAMPLES).toString(), SAMPLES);
        }

        @Override
        public String toString() {
            return "./nacre " + arguments + " " + input.lines().limit(1).toList();
        }
    }

    /** Returns the sessions that start with {@code $ ./nacre}, in order. */
    List<Session> sessions() {
        Matcher matcher = SESSION.matcher(text);
        return matcher.results().map(result -> session(result)).toList();
    }

    private static Session session(MatchResult result) {
        String input = result.group(2);
        return new Session(result.group(1), input == null ? "" : input, result.group(3));
    }

    /** Returns the code blocks in a language, without the marks around. */
    List<String> code(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    /** Returns the files that the page refers to outside of its code. */
    List<Path> linkedFiles() {
        return LINK.matcher(text.replaceAll("(?s)```.*?```", ""))
                .results()
                .map(result -> file.resolveSibling(result.group(1)))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

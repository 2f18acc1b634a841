package dev.nacre.engine.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The page, and the sources that its code is taken from. */
final class Page {
    static final Path PATH = Path.of("..", "docs", "engine.md");

    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern REGION =
            Pattern.compile("^ *// @start region=\"[a-z-]+\"\n(.*?)\n *// @end$", Pattern.DOTALL | Pattern.MULTILINE);

    private Page() {}

    static String text() {
        return read(PATH);
    }

    /** Returns the blocks of code in a language, in order. */
    static List<String> blocks(String language) {
        return matches(
                Pattern.compile("^```" + language + "\n(.*?)\n```$", Pattern.DOTALL | Pattern.MULTILINE), text());
    }

    /** Returns what stands between the marks of a test's source, without its indentation. */
    static List<String> regions(Class<?> test) {
        return matches(REGION, read(TESTS.resolve(test.getName().replace('.', '/') + ".java")));
    }

    /** Checks that the page has some words, wherever its lines break. */
    static void assertShows(String words) {
        assertThat(onOneLine(text()).contains(onOneLine(words)))
                .as("docs/engine.md has: %s", words)
                .isTrue();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1).stripIndent())
                .toList();
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}

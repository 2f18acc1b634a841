package dev.nacre.engine.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.WitType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page says is what the sources and the tests beside this one say. */
class PageTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void showsTheCodeThatTestsRun() {
        List<String> run = Stream.of(
                        FirstCall.class,
                        CallsTest.class,
                        HostInterfacesTest.class,
                        CompositionTest.class,
                        LimitsTest.class,
                        GrantsTest.class,
                        DocsTest.class)
                .flatMap(test -> Page.regions(test).stream())
                .toList();

        assertThat(Page.blocks("java")).containsExactlyElementsOf(run);
    }

    @Test
    void hasTheTableOfJavaForms() {
        List<String> documented = new ArrayList<>();
        for (MatchResult row : rows("<td>(.*?)</td><td>(.*?)</td>", Page.read(source(WitType.class)))) {
            documented.add(row.group(1) + " | " + row.group(2));
        }

        assertThat(documented).isNotEmpty();
        assertThat(documented.stream().map(PageTest::plain)).allSatisfy(PageTest::assertIsRow);
    }

    @Test
    void hasTheTableOfErrorCodes() {
        String source = Page.read(source(ErrorCode.class));
        Pattern constant = Pattern.compile(
                "/\\*\\*\\s+\\* ([^/]*?)\\s+\\*\\s+\\* <p>([^/]*?)\\s+\\*/\\s+([A-Z_]+)\\(", Pattern.DOTALL);
        List<ErrorCode> documented = new ArrayList<>();
        for (MatchResult found : constant.matcher(source).results().toList()) {
            ErrorCode code = ErrorCode.valueOf(found.group(3));
            documented.add(code);
            assertIsRow(plain(code.number() + " | " + code + " | " + code.category() + " | " + found.group(1) + " | "
                    + found.group(2)));
        }
        assertThat(documented).containsExactly(ErrorCode.values());
    }

    @Test
    void linksToWhatThereIs() {
        Matcher link = Pattern.compile("\\]\\((?!http)([^)#]+)").matcher(Page.text());
        while (link.find()) {
            assertThat(Page.PATH.resolveSibling(link.group(1))).exists();
        }
    }

    @Test
    void namesThisVersion() {
        Matcher dependency = Pattern.compile("<version>(.*?)</version>")
                .matcher(Page.blocks("xml").get(0));

        assertThat(dependency.find()).isTrue();
        assertThat(Page.read(Path.of("pom.xml"))).contains("<artifactId>udf-engine</artifactId>", dependency.group());
    }

    private static List<MatchResult> rows(String cells, String text) {
        return Pattern.compile("<tr>" + cells + "</tr>", Pattern.DOTALL)
                .matcher(text)
                .results()
                .toList();
    }

    private static void assertIsRow(String row) {
        assertThat(plain(Page.text().replace("`", "")).contains("| " + row + " |"))
                .as("docs/engine.md has the row: %s", row)
                .isTrue();
    }

    /** Javadoc and Markdown without what makes them look well. */
    private static String plain(String text) {
        return text.replaceAll("\\s+(\\*\\s+)?", " ")
                .replaceAll("\\{@code ([^}]*)}", "$1")
                .replaceAll("\\{@link ([^}#]*)#", "{@link $1.")
                .replaceAll("\\{@link (?:[a-z]+\\.)*([^}]*)}", "$1")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }

    private static Path source(Class<?> type) {
        return SOURCES.resolve(type.getName().replace('.', '/') + ".java");
    }
}

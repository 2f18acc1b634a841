package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.DocumentedPage.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for those who type: what they show is what happens, and the guests they show are the ones in the project. */
class PagesTest {
    private static final String README = "README.md";
    private static final String GUIDE = "docs/writing-functions.md";
    private static final String STATEMENTS = "docs/statements.md";
    private static final String COOKBOOK = "docs/cookbook.md";
    private static final String EVIL = "docs/evil.md";
    private static final Path GUESTS = Path.of("../samples/guests");

    static Stream<Session> sessions() {
        return Stream.of(README, GUIDE, STATEMENTS, COOKBOOK)
                .map(DocumentedPage::of)
                .flatMap(page -> page.sessions().stream());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void sessionsPrintWhatThePageShows(Session session) {
        assertThat(session.run()).isEqualTo(session.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {README, GUIDE, STATEMENTS, COOKBOOK})
    void everySessionIsRun(String page) {
        DocumentedPage read = DocumentedPage.of(page);

        assertThat(read.sessions()).isNotEmpty().hasSameSizeAs(read.code("console"));
    }

    @ParameterizedTest
    @ValueSource(strings = {README, GUIDE, STATEMENTS, COOKBOOK, EVIL})
    void linksLeadToFilesThatExist(String page) {
        assertThat(DocumentedPage.of(page).linkedFiles())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wit", "rust", "c", "cpp", "go", "typescript"})
    void theGuideShowsTheGuestsOfTheProject(String language) {
        requireCodeOfGuests(GUIDE, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wit", "rust"})
    void theCookbookShowsTheGuestsOfTheProject(String language) {
        requireCodeOfGuests(COOKBOOK, language);
    }

    private static void requireCodeOfGuests(String page, String language) {
        List<String> sources = sources();

        assertThat(DocumentedPage.of(page).code(language))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(sources)
                        .anySatisfy(source -> assertThat(source).contains(code)));
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(GUESTS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".wasm"))
                    .map(PagesTest::text)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

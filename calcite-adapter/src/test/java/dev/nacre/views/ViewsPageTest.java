package dev.nacre.views;

import static dev.nacre.testkit.SqlFailure.assertThatSqlFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.functions.watch.LogRing;
import dev.nacre.functions.watch.SampledCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code docs/views.md} shows the columns of each view, and the numbers of the code. */
class ViewsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "views.md");

    @Test
    void showsTheColumns() throws IOException {
        String tables =
                Stream.of(RuntimeView.values()).map(ViewsPageTest::table).collect(Collectors.joining("\n\n"));

        assertThat(Files.readString(PAGE)).contains(tables);
    }

    private static String table(RuntimeView view) {
        return view.columns().stream()
                .map(column -> "| `" + column.name() + "` | " + column.type() + " | " + column.meaning() + " |")
                .collect(Collectors.joining(
                        "\n", "## NACRE." + view + "\n\n| column | type | meaning |\n| --- | --- | --- |\n", ""));
    }

    /** The statements of both pages run, and fail as they say. */
    @Test
    void showsStatementsThatRun() throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:nacre:h2:mem:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(blocks(PAGE).get(0))) {
            assertThat(row.next()).isTrue();
            List<String> settings = blocks(PAGE.resolveSibling("settings.md"));
            assertThatSqlFails(connection, settings.get(0)).hasState("22023").hasMessage(settings.get(1));
        }
    }

    private static List<String> blocks(Path page) throws IOException {
        return Pattern.compile("```(?:sql)?\n(.*?)\n```", Pattern.DOTALL)
                .matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void showsTheNumbers() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("the first " + SampledCalls.ALL_OF_FIRST + " calls")
                .contains("one in " + SampledCalls.ONE_OF)
                .contains("the last " + String.format(java.util.Locale.ROOT, "%,d", LogRing.MOST_LINES)
                        + " lines and at most " + (LogRing.MOST_BYTES >> 20) + " MiB");
    }
}

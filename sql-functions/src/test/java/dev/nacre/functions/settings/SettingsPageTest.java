package dev.nacre.functions.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.functions.FunctionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code docs/settings.md} shows the table of settings, row by row, and messages as they are. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "settings.md");

    @Test
    void showsTheTable() throws IOException {
        String table = Stream.concat(
                        Stream.of(
                                "| setting | default | maximum | SQLSTATE | bounds |",
                                "| --- | --- | --- | --- | --- |"),
                        Stream.of(SqlSetting.values()).map(SettingsPageTest::row))
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE)).contains(table);
    }

    private static String row(SqlSetting setting) {
        return "| `" + setting.key() + "` | " + setting.text(setting.standard()) + " | "
                + setting.text(setting.maximum()) + " | " + setting.sqlState() + " | " + setting.bounds() + " |";
    }

    @Test
    void showsTheRefusal() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        ServerMaxima maxima = ServerMaxima.of(new Properties());

        try {
            maxima.parse(SqlSetting.MEMORY, "SET NACRE", "1 GiB");
        } catch (FunctionException refusal) {
            assertThat(page).contains(refusal.getMessage());
            return;
        }
        throw new AssertionError("expected the value to be refused");
    }
}

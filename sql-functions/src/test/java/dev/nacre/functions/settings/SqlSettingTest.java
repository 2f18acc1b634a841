package dev.nacre.functions.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.Compilations;
import dev.nacre.engine.Setting;
import dev.nacre.functions.FunctionException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlSettingTest {
    @Test
    void namesEveryBoundOfTheEngine() {
        assertThat(Stream.of(SqlSetting.values())
                        .flatMap(setting -> setting.engine().stream())
                        .toList())
                .containsExactlyInAnyOrder(Setting.values());
        assertThat(SqlSetting.values())
                .allSatisfy(
                        setting -> assertThat(setting.engine().map(Setting::key).orElse(setting.key()))
                                .as("name in the engine's messages")
                                .isEqualTo(setting.key()));
    }

    @ParameterizedTest
    @EnumSource(SqlSetting.class)
    void readsBackItsOwnTexts(SqlSetting setting) {
        List<Long> values =
                List.of(setting.standard(), setting.maximum(), setting.least(), 1L, 90_000L, 1L << 31, 123_457L);
        for (long value : values) {
            assertThat(setting.parse("it", setting.text(value))).isEqualTo(value);
        }
        assertThat(SqlSetting.find(setting.name())).hasValue(setting);
        assertThat(SqlSetting.find(setting.key())).hasValue(setting);
        assertThat(setting.standard()).isBetween(setting.least(), setting.maximum());
        assertThat(setting.maximum()).isLessThanOrEqualTo(setting.furthest());
    }

    @ParameterizedTest
    @CsvSource({
        "CALL_TIMEOUT, 200 ms, 200, 200 ms",
        "CALL_TIMEOUT, 5s, 5000, 5 s",
        "CALL_TIMEOUT, '  1.5  S ', 1500, 1500 ms",
        "CALL_TIMEOUT, 90 s, 90000, 90 s",
        "CALL_TIMEOUT, 60000, 60000, 1 min",
        "CALL_TIMEOUT, 1 h, 3600000, 1 h",
        "MEMORY, 16 MiB, 16777216, 16 MiB",
        "MEMORY, 65536, 65536, 64 KiB",
        "MEMORY, 1000 bytes, 1000, 1000 bytes",
        "MEMORY, 0, 0, 0 bytes",
        "QUERY_MEMORY, 1gib, 1073741824, 1 GiB",
        "FUEL, 1000000, 1000000, 1000000",
        "FUEL, None, 9223372036854775807, none",
        "TIMEOUT, none, 9223372036854775807, none",
        "FUEL, 9999999999999999999, 9223372036854775806, 9223372036854775806",
    })
    void readsTexts(SqlSetting setting, String text, long value, String canonical) {
        assertThat(setting.parse("it", text)).isEqualTo(value);
        assertThat(setting.text(value)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1e3",
                "0x10",
                "5 sec",
                "5 m",
                "5 MiB",
                "s",
                "5 s s",
                "1.5",
                "1.0000000001 s",
                "1.",
                ".5 s",
                "none",
                "NULL",
                "99999999999999999999",
                "５ s",
                "5 s; DROP TABLE T",
                "5\u0000s",
                "1,5 s",
                "5 s\n--"
            })
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> SqlSetting.CALL_TIMEOUT.parse("SET NACRE.CALL_TIMEOUT", text))
                .isInstanceOfSatisfying(FunctionException.class, refusal -> {
                    assertThat(refusal.sqlState()).isEqualTo("22023");
                    assertThat(refusal.number()).isEqualTo(2040);
                })
                .hasMessageStartingWith("SET NACRE.CALL_TIMEOUT: setting 'call_timeout': expected a duration such as "
                        + "'200 ms', '5 s', '2 min' or '1 h', found '")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\u0000", "\n"));
    }

    /** None of these may cost more than its text is long: 1e1000000000 has a billion digits. */
    @Test
    @Timeout(20)
    void readsHostileNumbersInNoTime() {
        assertThat(SqlSetting.FUEL.parse("it", new BigDecimal("1e1000000000"))).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(SqlSetting.FUEL.parse("it", new BigDecimal("1e18"))).isEqualTo(1_000_000_000_000_000_000L);
        assertThat(SqlSetting.FUEL.parse("it", new BigDecimal("5.000"))).isEqualTo(5);
        for (String number : List.of("1e-1000000000", "-1e1000000000", "0.5", "-1")) {
            assertThatThrownBy(() -> SqlSetting.FUEL.parse("it", new BigDecimal(number)))
                    .hasMessageStartingWith("it: setting 'fuel': expected a whole number, found '");
        }
        assertThatThrownBy(() -> SqlSetting.FUEL.parse("it", "9".repeat(1_000_000)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
        assertThatThrownBy(() -> SqlSetting.FUEL.parse("it", Boolean.TRUE))
                .hasMessage("it: setting 'fuel': expected a whole number, found 'true'");
    }

    @Test
    void refusesUnknownNames() {
        assertThatThrownBy(() -> SqlSetting.named("component 'C'", "memmory\u0007"))
                .hasMessage(
                        "component 'C': expected one of the settings call_timeout, timeout, compile_timeout, fuel, memory,"
                                + " query_memory, statement_tokens, groups, instances, batch_rows, batch_bytes, output_bytes, handles, call_depth,"
                                + " log_bytes, log_lines or a cap of NACRE.SETTINGS, found 'memmory?'");
    }

    @Test
    void takesTheSmallestOfWhatIsSet() {
        Properties properties = new Properties();
        properties.setProperty("nacre.max.call_timeout", "30 s");
        properties.setProperty("nacre.max.memory", "8 MiB");
        properties.setProperty("nacre.max.functions", "20000");
        properties.setProperty("java.version", "any");
        ServerMaxima maxima = ServerMaxima.of(properties);
        SettingValues session = SettingValues.none().with(SqlSetting.CALL_TIMEOUT, 20_000);
        SettingValues function = SettingValues.none().with(SqlSetting.CALL_TIMEOUT, 10_000);
        EffectiveSettings nothing = new EffectiveSettings(maxima, SettingValues.none());

        assertThat(nothing.get(SqlSetting.CALL_TIMEOUT)).as("standard").isEqualTo(5_000);
        assertThat(nothing.text(SqlSetting.MEMORY)).as("below the standard").isEqualTo("8 MiB");
        assertThat(nothing.get(SqlSetting.FUNCTIONS))
                .as("a maximum allows, and sets nothing")
                .isEqualTo(10_000);
        assertThat(nothing.and(session).duration(SqlSetting.CALL_TIMEOUT)).isEqualTo(Duration.ofSeconds(20));
        assertThat(nothing.and(session).and(function).get(SqlSetting.CALL_TIMEOUT))
                .isEqualTo(10_000);
        assertThat(nothing.and(function).and(session).get(SqlSetting.CALL_TIMEOUT))
                .isEqualTo(10_000);
        assertThat(nothing.limits().get(Setting.MEMORY)).isEqualTo(8 << 20);
        assertThat(nothing.duration(SqlSetting.TIMEOUT)).isEqualTo(Duration.ofMillis(Long.MAX_VALUE));
    }

    @Test
    void letsNobodyAboveTheMaximum() {
        Properties properties = new Properties();
        properties.setProperty("nacre.max.memory", "8 MiB");
        ServerMaxima maxima = ServerMaxima.of(properties);

        assertThat(maxima.parse(SqlSetting.MEMORY, "it", "8 MiB")).isEqualTo(8 << 20);
        assertThatThrownBy(() -> maxima.parse(SqlSetting.MEMORY, "SET NACRE.MEMORY", "9 MiB"))
                .hasMessage(
                        "SET NACRE.MEMORY: setting 'memory': expected at most 8 MiB (only whoever starts the JVM can allow"
                                + " more, with -Dnacre.max.memory), found '9 MiB'");
        assertThatThrownBy(() -> maxima.parse(SqlSetting.CALL_TIMEOUT, "it", 0))
                .hasMessage("it: setting 'call_timeout': expected at least 1 ms, found '0'");
        assertThat(new EffectiveSettings(maxima, SettingValues.ofStored("it", java.util.Map.of("memory", "64 MiB")))
                        .text(SqlSetting.MEMORY))
                .as("a value from another JVM")
                .isEqualTo("8 MiB");
    }

    @ParameterizedTest
    @CsvSource({"nacre.max.memroy, 8 MiB", "nacre.max.memory, lots", "nacre.max.memory, 1 GiB", "nacre.max., 1"})
    void refusesNonsenseOfTheAdministrator(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);

        assertThatThrownBy(() -> ServerMaxima.of(properties))
                .hasMessageStartingWith("system property '" + name + "': ")
                .hasMessageContaining("expected ");
    }

    @ParameterizedTest
    @CsvSource({
        // server, user, at once, of one owner
        "none, none, -1, -1",
        "5, none, 5, 4",
        "1, none, 1, 1",
        "6, 2, 6, 2",
        "none, 3, -1, 3",
    })
    void boundCompilations(String server, String user, int atOnce, int ofOneOwner) {
        Compilations standard = Compilations.standard();
        Properties properties = new Properties();
        properties.setProperty(ServerMaxima.PREFIX + "server_compilations", server);
        properties.setProperty(ServerMaxima.PREFIX + "user_compilations", user);

        assertThat(new EffectiveSettings(ServerMaxima.of(properties), SettingValues.none()).compilations())
                .isEqualTo(new Compilations(
                        atOnce < 0 ? standard.atOnce() : atOnce, ofOneOwner < 0 ? standard.ofOneOwner() : ofOneOwner));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_compilations", "user_compilations"})
    void refuseAnEngineThatCompilesNothing(String key) {
        Properties properties = new Properties();
        properties.setProperty(ServerMaxima.PREFIX + key, "0");

        assertThatThrownBy(() -> ServerMaxima.of(properties))
                .isInstanceOf(FunctionException.class)
                .hasMessageContaining("expected at least 1");
    }
}

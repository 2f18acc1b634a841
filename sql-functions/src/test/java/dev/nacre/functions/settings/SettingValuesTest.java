package dev.nacre.functions.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.functions.FunctionException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingValuesTest {
    private static final ServerMaxima MAXIMA = ServerMaxima.of(new Properties());

    @Test
    void readsAndWritesOptions() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("MEMORY", "65536");
        written.put("call_timeout", new BigDecimal(200));

        SettingValues values = SettingValues.parse("component 'C'", written, MAXIMA);

        assertThat(values.texts()).containsExactly(Map.entry("call_timeout", "200 ms"), Map.entry("memory", "64 KiB"));
        assertThat(SettingValues.ofStored("component 'C'", values.texts())).isEqualTo(values);
        assertThat(values.without(SqlSetting.MEMORY).get(SqlSetting.MEMORY)).isEmpty();
        assertThat(SettingValues.none()).hasToString("{}");
    }

    @Test
    void refusesASettingThatComesTwice() {
        assertThatThrownBy(() -> SettingValues.parse("function 'F'", Map.of("fuel", 1, "FUEL", 2), MAXIMA))
                .hasMessage("function 'F': expected each setting once, found 'fuel' twice");
    }

    @ParameterizedTest
    @CsvSource({"nothing, 1", "fuel, -1", "call_timeout, x", "memory, 5 s"})
    void refusesStoredNonsense(String name, String text) {
        assertThatThrownBy(() -> SettingValues.ofStored("function 'F'", Map.of(name, text)))
                .isInstanceOfSatisfying(
                        FunctionException.class,
                        refusal -> assertThat(refusal.number()).isEqualTo(2003))
                .hasMessageStartingWith("function 'F': ")
                .hasMessageEndingWith("; create it again");
    }
}

package dev.nacre.jdbc;

import static dev.nacre.testkit.SqlFailure.assertThatFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.functions.settings.SqlSetting;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the driver says of itself to tools. */
class DriverTest {
    private static final String URL = "jdbc:nacre:h2:mem:";

    @Test
    void describesUserPasswordAndSettings() throws SQLException {
        Map<String, DriverPropertyInfo> properties = properties(URL, null);

        assertThat(properties.keySet())
                .startsWith("user", "password", "nacre.call_timeout")
                .containsAll(Stream.of(SqlSetting.values())
                        .filter(setting -> setting.holder() != SqlSetting.Holder.JVM)
                        .map(setting -> "nacre." + setting.key())
                        .toList())
                .doesNotContain("nacre.user_memory", "nacre.server_instances");
        assertThat(properties.values()).allSatisfy(property -> {
            assertThat(property.value).isNull();
            assertThat(property.required).isFalse();
            assertThat(property.choices).isNull();
            assertThat(property.description).isNotBlank();
        });
        assertThat(properties.get("nacre.memory").description)
                .isEqualTo(
                        "linear memory of an instance; where nobody sets it, a component gets what it declares if that"
                                + " is more; default 16 MiB, at most 256 MiB");
        assertThat(properties.get("nacre.timeout").description).endsWith("; default none, without a maximum");
    }

    @Test
    void showsWhatUrlAndPropertiesSet() throws SQLException {
        Properties info = new Properties();
        info.setProperty("user", "ADA");
        info.setProperty("password", "secret");
        info.setProperty("nacre.memory", "8192 KiB");
        info.setProperty("nacre.call_timeout", "2 s");

        Map<String, DriverPropertyInfo> properties = properties(URL + ";nacre_memory=4 MiB;NACRE_FUEL=7", info);

        assertThat(properties.get("user").value).isEqualTo("ADA");
        assertThat(properties.get("password").value).isNull();
        assertThat(properties.get("nacre.memory").value).isEqualTo("4 MiB");
        assertThat(properties.get("nacre.call_timeout").value).isEqualTo("2 s");
        assertThat(properties.get("nacre.fuel").value).isEqualTo("7");
        assertThat(properties.get("nacre.groups").value).isNull();
    }

    /** A tool opens the connection with the properties under the names that it was shown. */
    @Test
    void opensConnectionsWithEachProperty() throws SQLException {
        for (DriverPropertyInfo shown : properties(URL, null).values()) {
            if (shown.name.startsWith("nacre.")) {
                SqlSetting setting =
                        SqlSetting.find(shown.name.substring("nacre.".length())).orElseThrow();
                String least = setting.text(setting.least());
                Properties info = new Properties();
                info.setProperty(shown.name, least);
                try (Connection connection = DriverManager.getConnection(URL + UUID.randomUUID(), info);
                        Statement statement = connection.createStatement();
                        ResultSet row =
                                statement.executeQuery("SELECT SETTING_VALUE FROM NACRE.SETTINGS WHERE SETTING_NAME = '"
                                        + setting.key() + "'")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).as(setting.key()).isEqualTo(least);
                }
            }
        }
    }

    @Test
    void refusesSettingsThatNoConnectionCouldHave() {
        assertThatFails("a setting", () -> properties(URL + ";NACRE_MEMORY=much", null))
                .hasState("22023")
                .hasMessage("connection URL: setting 'memory': expected a size such as '64 KiB', '16 MiB' or '1 GiB',"
                        + " found 'much'");
    }

    @Test
    void describesItselfWithoutUrl() throws SQLException {
        assertThat(properties(null, null)).containsKeys("user", "nacre.memory");
    }

    private static Map<String, DriverPropertyInfo> properties(String url, Properties info) throws SQLException {
        Driver driver = new NacreDriver();
        Map<String, DriverPropertyInfo> byName = new LinkedHashMap<>();
        for (DriverPropertyInfo property : driver.getPropertyInfo(url, info)) {
            byName.put(property.name, property);
        }
        return byName;
    }
}

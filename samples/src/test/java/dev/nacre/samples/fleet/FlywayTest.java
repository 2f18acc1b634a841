package dev.nacre.samples.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.jdbc.NacreDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/** What docs/jdbc.md says of Flyway. */
class FlywayTest {
    private static final String URL = "jdbc:nacre:h2:mem:flyway";
    private static final String MIGRATIONS = "classpath:dev/nacre/samples/fleet/migrations";

    @Test
    void migratesByDataSource() throws SQLException {
        NacreDataSource database = new NacreDataSource();
        database.setUrl(URL);
        database.setUser("sa");
        try (Connection keptOpen = database.getConnection()) {
            Flyway flyway = Flyway.configure()
                    .dataSource(database)
                    .locations(MIGRATIONS)
                    .load();

            assertThat(flyway.migrate().migrationsExecuted).isPositive();
            assertThat(flyway.info().pending()).isEmpty();
            assertThat(keptOpen.isValid(0)).isTrue();
        }
    }

    @Test
    void isRefusedByUrl() {
        assertThatThrownBy(() -> Flyway.configure()
                        .dataSource(URL, "sa", "")
                        .locations(MIGRATIONS)
                        .load()
                        .migrate())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("No Flyway database plugin found to handle jdbc:nacre:");
    }
}

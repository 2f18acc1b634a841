package dev.nacre.h2.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministeredServersTest {
    @AfterEach
    void forget() {
        System.clearProperty(AdministeredServers.PROPERTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:tcp://db/~/test",
                "jdbc:h2:tcp://DB:9092/mem:x",
                "jdbc:h2:tcp:db/x",
                "jdbc:h2:ssl://other:1/x",
                "jdbc:h2:tcp://[::1]:9/x",
                "jdbc:h2:tcp://[::2]/x",
                "jdbc:h2:tcp://db:9092,[::1]:9/x",
            })
    void knowsWhatIsListed(String url) {
        System.setProperty(AdministeredServers.PROPERTY, " tcp://db , ssl://Other:1,tcp://[::1]:9,, tcp://[::2]:9092");

        assertThat(AdministeredServers.read().contain(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:ssl://db/x",
                "jdbc:h2:tcp://db:9093/x",
                "jdbc:h2:tcp://db.evil/x",
                "jdbc:h2:tcp://evil/tcp://db/x",
                "jdbc:h2:tcp://db,evil/x",
                "jdbc:h2:tcp://db@evil/x",
                "jdbc:h2:tcp:///x",
                "jdbc:h2:tcp://db",
                "jdbc:h2:tcp:evil/x",
                "jdbc:h2:file:/tcp://db/x",
                "jdbc:h2:~/x",
            })
    void knowsNothingElse(String url) {
        System.setProperty(AdministeredServers.PROPERTY, "tcp://db");

        assertThat(AdministeredServers.read().contain(url)).isFalse();
    }

    @Test
    void listsNothingByItself() {
        assertThat(AdministeredServers.read().contain("jdbc:h2:tcp://localhost/x"))
                .isFalse();
    }
}

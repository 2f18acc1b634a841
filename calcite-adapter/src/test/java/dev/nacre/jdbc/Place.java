package dev.nacre.jdbc;

import dev.nacre.testkit.Guests;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/** Where a test's database is. */
enum Place {
    MEMORY,
    FILE,
    SERVER;

    /** A database with a function F(BIGINT) that gives twice its argument and one. */
    static final class Opened implements AutoCloseable {
        private final String url;
        private final @Nullable Server server;
        private final Connection first;

        private Opened(String url, @Nullable Server server) throws SQLException {
            this.url = url;
            this.server = server;
            this.first = connect();
        }

        String url() {
            return url;
        }

        Connection first() {
            return first;
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:nacre:h2:" + url, "sa", "");
        }

        @Override
        public void close() throws SQLException {
            first.close();
            if (server != null) {
                server.stop();
            }
        }
    }

    Opened open(Path folder) throws SQLException {
        return open(folder, "");
    }

    Opened open(Path folder, String settings) throws SQLException {
        Opened opened = empty(folder, settings);
        Masks.execute(
                opened.first(),
                "CREATE FUNCTION F LANGUAGE WASM AS X'" + HexFormat.of().formatHex(Guests.bytes("shapes-rust"))
                        + "' EXPORT 'scale-long'");
        return opened;
    }

    private Opened empty(Path folder, String settings) throws SQLException {
        String name = UUID.randomUUID().toString();
        return switch (this) {
            case MEMORY -> new Opened("mem:" + name + settings, null);
            case FILE -> new Opened("file:" + folder.resolve(name) + settings, null);
            case SERVER -> {
                Server server =
                        Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
                yield new Opened("tcp://localhost:" + server.getPort() + "/mem:" + name + settings, server);
            }
        };
    }
}

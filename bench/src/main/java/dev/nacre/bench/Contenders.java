package dev.nacre.bench;

import dev.nacre.bench.peers.JavaFunctions;
import dev.nacre.jdbc.NacreDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Sets up all contenders over one H2 database, each as an engineer would who has only that one. */
final class Contenders {
    private static final String FOLDER = "classpath:/dev/nacre/bench/";
    private static final String SHAPES = FOLDER + "shapes-rust.component.wasm";
    private static final String TELEMETRY = FOLDER + "telemetry-rust.component.wasm";

    private Contenders() {}

    /**
     * Opens them: Nacre, plain Calcite, H2 by itself.
     *
     * @param database H2's URL without {@code jdbc:}; the database lives as long as one of them is open
     */
    static List<Contender> open(String database) throws SQLException {
        return List.of(nacre("jdbc:nacre:" + database), PlainCalcite.open("jdbc:" + database), h2("jdbc:" + database));
    }

    private static Contender nacre(String url) throws SQLException {
        NacreDataSource source = new NacreDataSource();
        source.setUrl(url);
        Connection connection = source.getConnection();
        execute(
                connection,
                create("WASM_SCALE(v DOUBLE PRECISION) RETURNS DOUBLE PRECISION", SHAPES, "scale"),
                create("WASM_SCALE_LONG(v BIGINT) RETURNS BIGINT", SHAPES, "scale-long"),
                create("WASM_MASK(payload VARBINARY) RETURNS VARBINARY", TELEMETRY, "handle-data"));
        return new Contender("Nacre", connection, "WASM", "PAYLOADS");
    }

    private static String create(String signature, String component, String export) {
        return "CREATE FUNCTION " + signature + " LANGUAGE WASM AS '" + component + "' EXPORT '" + export + "'";
    }

    private static Contender h2(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        execute(connection, alias("SCALE", "scale"), alias("SCALE_LONG", "scaleLong"), alias("MASK", "mask"));
        return new Contender("H2 alias", connection, "JAVA", "PAYLOADS");
    }

    private static String alias(String name, String method) {
        return "CREATE ALIAS JAVA_" + name + " FOR '" + JavaFunctions.class.getName() + "." + method + "'";
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}

package dev.nacre.jdbcall;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a user writes first: the JDK's classes, a URL, and SQL. Its argument is the folder of the component. */
public final class Program {
    private static final String URL = "jdbc:nacre:h2:mem:program";

    private Program() {}

    /**
     * Makes a function and calls it; prints the module of the driver, rows and an error.
     *
     * @throws SQLException when something else fails than what should
     */
    public static void main(String[] arguments) throws SQLException {
        StringBuilder output = new StringBuilder();
        Driver driver = DriverManager.getDriver(URL);
        output.append("module ").append(driver.getClass().getModule().getName()).append('\n');
        try (Connection connection = DriverManager.getConnection(URL)) {
            run(connection, arguments[0], output);
        }
        System.out.writeBytes(output.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void run(Connection connection, String folder, StringBuilder output) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE reading(id INT PRIMARY KEY, payload VARBINARY(10))");
            statement.execute("INSERT INTO reading VALUES (1, X'e2cfc6c6c5'), (2, X'fdc5d8c6ce'), (3, NULL)");
            statement.execute("CREATE FUNCTION mask(payload VARBINARY) RETURNS VARBINARY LANGUAGE WASM AS 'file:"
                    + folder + "/telemetry-rust.component.wasm' EXPORT 'handle-data'");
            rows(statement, "SELECT id, mask(payload) FROM reading WHERE id <> 9 ORDER BY id", output);
            rows(
                    statement,
                    "SELECT MAX(id), mask(mask(X'4f')) FROM reading GROUP BY payload IS NULL ORDER BY 1",
                    output);
            rows(statement, "SELECT 1 / 0", output);
        }
    }

    private static void rows(Statement statement, String sql, StringBuilder output) {
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                output.append(rows.getString(1))
                        .append(' ')
                        .append(rows.getString(2))
                        .append('\n');
            }
        } catch (SQLException failure) {
            output.append(failure.getSQLState()).append('\n');
        }
    }
}

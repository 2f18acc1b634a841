package dev.nacre.jdbc;

import dev.nacre.testkit.Rows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM of its own that replaces function MASK, with one component after the other, and says after each statement that it
 * was done.
 */
public final class OtherProcess implements AutoCloseable {
    static final List<String> GUESTS = List.of("telemetry-c", "telemetry-cpp", "telemetry-as");

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;

    private OtherProcess(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static OtherProcess start(String url) throws IOException {
        return start(OtherProcess.class, url);
    }

    /** Starts a process that takes no orders. */
    static OtherProcess start(Class<?> main, String url) throws IOException {
        return start(List.of(), main, url);
    }

    /**
     * Starts a process that takes no orders.
     *
     * @param options of its JVM
     */
    public static OtherProcess start(List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new OtherProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Lets it replace the function once. */
    void order() {
        orders.println("go");
    }

    /** Returns the next word that it says, null when it has ended. */
    public String answer() throws IOException {
        return answers.readLine();
    }

    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // what it has said stays readable
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    public static void main(String[] args) throws SQLException, IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintWriter answers = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (Connection connection = DriverManager.getConnection(args[0], "sa", "")) {
            answers.println("ready");
            for (int number = 0; orders.readLine() != null; number++) {
                Masks.create(connection, "MASK", GUESTS.get(number % GUESTS.size()));
                answers.println(digest(connection));
            }
        }
    }

    static Object digest(Connection connection) throws SQLException {
        return Rows.single(connection, "SELECT SHA256 FROM NACRE.FUNCTIONS WHERE FUNCTION_NAME = 'MASK'");
    }
}

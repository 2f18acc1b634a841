package dev.nacre.bench.evil;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attacked process, or the server that it is connected to, from outside. For one thread. */
final class ChildProcess implements AutoCloseable {
    private static final Duration START_GUARD = Duration.ofMinutes(2);
    private static final int SHOWN_ERRORS = 5;

    private final Process process;
    private final Path errors;
    private final PrintStream orders;
    private String place = "";
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();

    private ChildProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "evil-reader");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * What came from the process, and when.
     *
     * @param line nothing when the process has ended
     */
    record Said(Optional<Line> line, long nanos) {}

    /**
     * Starts it, and waits until it can be attacked.
     *
     * @param server has the databases; nothing where the attacked process has them itself
     */
    static ChildProcess start(Path folder, Optional<ChildProcess> server) throws IOException {
        String place = server.map(process -> process.place).orElse("");
        ChildProcess child = start(folder, "errors.txt", Child.class, folder.toString(), place);
        child.ready("the process to be attacked");
        return child;
    }

    /** Starts a server of databases, and waits until it can be connected to. */
    static ChildProcess startServer(Path folder) throws IOException {
        ChildProcess server = start(folder, "server-errors.txt", DatabaseServer.class);
        server.place =
                "tcp://localhost:" + server.ready("the server of the database").number(0) + "/";
        return server;
    }

    private static ChildProcess start(Path folder, String errorFile, Class<?> main, String... arguments)
            throws IOException {
        Path errors = folder.resolve(errorFile);
        Process process =
                builder(folder, main, arguments).redirectError(errors.toFile()).start();
        return new ChildProcess(process, errors);
    }

    /** Waits until it has started; ends it when it does not. */
    private Line ready(String what) throws IOException {
        Optional<Line> ready = next(START_GUARD).flatMap(Said::line).filter(line -> line.word() == Line.Word.READY);
        if (ready.isEmpty()) {
            String end = lastWords();
            close();
            throw new IOException(what + " does not start: " + end);
        }
        return ready.get();
    }

    private static ProcessBuilder builder(Path folder, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + folder,
                "-D" + Secrets.PROPERTY + "=" + Secrets.IN_PROPERTY,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put(Secrets.VARIABLE, Secrets.IN_VARIABLE);
        return builder;
    }

    /** Returns this process's own, which may be written from its folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                said.add(new Said(parsed(text), System.nanoTime()));
            }
        } catch (IOException ended) {
            // the same as the end of what it says
        }
        said.add(new Said(Optional.empty(), System.nanoTime()));
    }

    /** What is no line of ours is the end as well: somebody else wrote to the process's output. */
    private static Optional<Line> parsed(String text) {
        try {
            return Optional.of(Line.parse(text));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    void order(Line line) {
        orders.println(line.text());
    }

    /** Returns what it says next; nothing when it says nothing for that long. */
    Optional<Said> next(Duration guard) {
        try {
            return Optional.ofNullable(said.poll(guard.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException unasked) {
            throw new IllegalStateException("nobody interrupts this thread", unasked);
        }
    }

    long id() {
        return process.pid();
    }

    /** Returns how the process ended and the last lines of its errors, in one line. */
    String lastWords() {
        kill();
        try (Stream<String> lines = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.toList();
            return "exit code " + process.exitValue() + " "
                    + String.join(" | ", all.subList(Math.max(0, all.size() - SHOWN_ERRORS), all.size()));
        } catch (IOException unreadable) {
            return "exit code " + process.exitValue();
        }
    }

    private void kill() {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException unasked) {
            throw new IllegalStateException("nobody interrupts this thread", unasked);
        }
    }

    @Override
    public void close() {
        orders.close();
        kill();
    }
}

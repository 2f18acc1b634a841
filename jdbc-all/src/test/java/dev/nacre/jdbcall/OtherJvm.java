package dev.nacre.jdbcall;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of its own, of this JVM's version, with no class path but the one it is given. */
final class OtherJvm {

    /** What a run left behind. */
    record Outcome(int exitCode, String output, String errors) {}

    private static final int MINUTES_UNTIL_IT_HANGS = 5;

    private final Path folder;
    private final List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"));

    /**
     * Sets up a JVM.
     *
     * @param folder where it works and where its output is kept
     */
    OtherJvm(Path folder) {
        this.folder = folder;
    }

    OtherJvm with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    OtherJvm withClassPath(Path... parts) {
        return with("-cp", Stream.of(parts).map(Path::toString).collect(joining(System.getProperty("path.separator"))));
    }

    Outcome run(String mainClass, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process = builder(mainClass, arguments)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES_UNTIL_IT_HANGS, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(mainClass + " did not end within " + MINUTES_UNTIL_IT_HANGS + " minutes");
        }
        return new Outcome(process.exitValue(), text(output), text(errors));
    }

    private ProcessBuilder builder(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(mainClass);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}

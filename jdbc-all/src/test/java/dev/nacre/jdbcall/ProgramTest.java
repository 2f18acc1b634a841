package dev.nacre.jdbcall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.jdbcall.OtherJvm.Outcome;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program and the jar, in a JVM of their own. */
class ProgramTest {
    private static final String ROWS = """
            1 Hello
            2 World
            3 null
            2 O
            3 O
            22012
            """;

    private static final int CALLS = 6;

    /** One class of each library that others have on their class path too, perhaps in another version. */
    private static final List<String> CLASSES_OF_OTHERS = List.of(
            "com/dylibso/chicory/wasm/Parser.class",
            "com/fasterxml/jackson/core/JsonFactory.class",
            "com/google/common/collect/ImmutableList.class",
            "org/apache/calcite/rel/RelNode.class",
            "org/apache/calcite/avatica/util/Casing.class",
            "org/codehaus/janino/SimpleCompiler.class",
            "org/objectweb/asm/ClassWriter.class",
            "org/slf4j/LoggerFactory.class");

    @TempDir
    private Path folder;

    private Path program;

    @BeforeEach
    void layOutProgram() throws IOException {
        Guests.file("telemetry-rust", folder);
        program = folder.resolve("program");
        String entry = Program.class.getName().replace('.', '/') + ".class";
        try (InputStream bytes = Program.class.getResourceAsStream("Program.class")) {
            write(program, entry, bytes.readAllBytes());
        }
    }

    @Test
    void runsWithNothingButTheJarOnTheClassPathAndLogsToTheJvm() throws Exception {
        Outcome outcome = new OtherJvm(folder)
                .with("-Djava.util.logging.SimpleFormatter.format=%4$s %3$s %5$s%n")
                .withClassPath(DriverJar.path(), program)
                .run(Program.class.getName(), folder());

        String line = "INFO dev.nacre.guest info: Initiating telemetry payload processing\n";
        assertThat(outcome).isEqualTo(new Outcome(0, "module null\n" + ROWS, line.repeat(CALLS)));
    }

    @Test
    void runsAsAutomaticModule() throws Exception {
        Outcome outcome = quietJvm()
                .with("--module-path", DriverJar.path().toString(), "--add-modules", "dev.nacre.jdbc")
                .withClassPath(program)
                .run(Program.class.getName(), folder());

        assertThat(outcome).isEqualTo(new Outcome(0, "module dev.nacre.jdbc\n" + ROWS, ""));
    }

    @Test
    void doesNotMeetTheLibrariesOfTheProgram() throws Exception {
        Path libraries = folder.resolve("libraries");
        for (String entry : CLASSES_OF_OTHERS) {
            write(libraries, entry, new byte[] {'n', 'o', 'n', 'e'});
        }
        write(libraries, "org.codehaus.commons.compiler.properties", "compilerFactory=none".getBytes(UTF_8));

        Outcome outcome =
                quietJvm().withClassPath(libraries, DriverJar.path(), program).run(Program.class.getName(), folder());

        assertThat(outcome).isEqualTo(new Outcome(0, "module null\n" + ROWS, ""));
    }

    /** Cached code is checked for what it refers to, under the names that the libraries have in this jar. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void findsItsCompiledCodeAgain() throws Exception {
        Path cache = folder.resolve("code");
        OtherJvm jvm = quietJvm().with("-Dnacre.code_cache=" + cache).withClassPath(DriverJar.path(), program);

        Outcome first = jvm.run(Program.class.getName(), folder());
        FileTime filled = Files.getLastModifiedTime(cache);
        Outcome second = jvm.run(Program.class.getName(), folder());

        assertThat(first).isEqualTo(new Outcome(0, "module null\n" + ROWS, ""));
        assertThat(second).isEqualTo(first);
        assertThat(cache).isDirectoryContaining("glob:**.code");
        assertThat(Files.getLastModifiedTime(cache)).isEqualTo(filled);
    }

    private OtherJvm quietJvm() throws IOException {
        Path settings = Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                dev.nacre.guest.level = OFF
                """);
        return new OtherJvm(folder).with("-Djava.util.logging.config.file=" + settings);
    }

    private String folder() {
        return folder.toString().replace('\\', '/');
    }

    private static void write(Path root, String entry, byte[] bytes) throws IOException {
        Path file = root.resolve(entry);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}

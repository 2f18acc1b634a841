package dev.nacre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.cli.LauncherHome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final int ENVIRONMENT_FAILURE = 3;
    private static final String BUILD = "maven -B -q -Dquickly -DskipTests package -pl cli -am";

    @TempDir
    private Path folder;

    private LauncherHome home;

    @BeforeEach
    void layOutProject() throws IOException {
        home = new LauncherHome(folder);
    }

    @Test
    void passesArgumentsInputAndExitCodeThrough() throws Exception {
        home.packJar();

        Outcome outcome = home.run(home.launcher(), folder, "VALUES 1", "sql", "-c", "VALUES 'a  b', \"*\"", "");

        assertThat(outcome.exitCode()).isEqualTo(LauncherEcho.EXIT_CODE);
        assertThat(outcome.output().lines())
                .containsExactly(
                        "argument sql", "argument -c", "argument VALUES 'a  b', \"*\"", "argument ", "input VALUES 1");
        assertThat(outcome.errors()).isEmpty();
    }

    @Test
    void keepsLettersOfArgumentsWhereNoLocaleIsSet() throws Exception {
        home.packJar();
        Path caller = home.installTool("caller", "exec '" + home.launcher() + "' 'déjà 真珠'");

        Outcome outcome = home.run(caller, folder, "");

        assertThat(outcome.output()).startsWith("argument déjà 真珠");
    }

    @Test
    void runsThroughChainOfSymbolicLinks() throws Exception {
        home.packJar();
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), home.launcher());
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), absolute.getFileName());

        Outcome outcome = home.run(relative, Path.of("/"), "", "demo");

        assertThat(outcome.exitCode()).isEqualTo(LauncherEcho.EXIT_CODE);
        assertThat(outcome.output()).startsWith("argument demo");
    }

    @Test
    void buildsMissingJarAndKeepsOutputAndInputClean() throws Exception {
        home.installMaven();

        Outcome outcome = home.run(home.launcher(), folder, "VALUES 1", "sql");

        assertThat(outcome.exitCode()).isEqualTo(LauncherEcho.EXIT_CODE);
        assertThat(outcome.output().lines()).containsExactly("argument sql", "input VALUES 1");
        assertThat(outcome.errors()).startsWith("nacre: building cli/target/nacre.jar");
        assertThat(home.buildLog()).content().contains(BUILD);
    }

    @Test
    void rebuildsJarOlderThanSource() throws Exception {
        home.installMaven();
        age(home.packJar());
        home.source("Changed.java");

        Outcome first = home.run(home.launcher(), folder, "");
        Outcome second = home.run(home.launcher(), folder, "");

        assertThat(first.errors()).contains("nacre: building");
        assertThat(second.errors()).isEmpty();
    }

    @Test
    void runsStaleJarWhenMavenIsMissing() throws Exception {
        age(home.packJar());
        home.source("Changed.java");

        Outcome outcome = home.run(home.launcher(), folder, "");

        assertThat(outcome.exitCode()).isEqualTo(LauncherEcho.EXIT_CODE);
        assertThat(outcome.errors()).contains("sources are newer than", "Maven is not found");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Outcome outcome = home.run(home.launcher(), folder, "");

        assertThat(outcome.exitCode()).isEqualTo(ENVIRONMENT_FAILURE);
        assertThat(outcome.errors()).contains("is not built and Maven is not found: install Maven 3.8 or later");
    }

    @Test
    void saysThatBuildFailed() throws Exception {
        home.installFailingMaven();

        Outcome outcome = home.run(home.launcher(), folder, "");

        assertThat(outcome.exitCode()).isEqualTo(ENVIRONMENT_FAILURE);
        assertThat(outcome.errors()).contains("a compiler error", "nacre: the build failed");
    }

    @Test
    void keepsArchiveOfClassesAfterBuild() throws Exception {
        home.installMaven();
        Map<String, String> environment =
                Map.of("JAVA_HOME", System.getProperty("java.home"), "NACRE_START_ARCHIVE", "on");

        Outcome first = home.run(environment, home.launcher(), folder, "once", "sql");
        Outcome second = home.run(environment, home.launcher(), folder, "twice", "sql");

        assertThat(first.output()).isEqualTo("argument sql\ninput once\n");
        assertThat(second).isEqualTo(new Outcome(LauncherEcho.EXIT_CODE, "argument sql\ninput twice\n", ""));
        assertThat(home.jar().getParent()).isDirectoryContaining("glob:**/nacre-*.jsa");
    }

    @Test
    void staysSilentAboutArchiveThatDoesNotFitJar() throws Exception {
        home.installMaven();
        Map<String, String> environment =
                Map.of("JAVA_HOME", System.getProperty("java.home"), "NACRE_START_ARCHIVE", "on");
        home.run(environment, home.launcher(), folder, "");
        home.packJar();

        Outcome outcome = home.run(environment, home.launcher(), folder, "again", "sql");

        assertThat(outcome).isEqualTo(new Outcome(LauncherEcho.EXIT_CODE, "argument sql\ninput again\n", ""));
    }

    @Test
    void saysThatJavaIsMissing() throws Exception {
        Outcome outcome = home.run(Map.of(), home.launcher(), folder, "");

        assertThat(outcome.exitCode()).isEqualTo(ENVIRONMENT_FAILURE);
        assertThat(outcome.errors())
                .isEqualTo("nacre: Java not found: install JDK 17 or later and set JAVA_HOME to it\n");
    }

    @Test
    void saysThatJavaIsTooOld() throws Exception {
        Path eight = home.installJdk("1.8.0_392");
        Path sixteen = home.installJdk("16.0.2");

        Outcome onEight = home.run(Map.of("JAVA_HOME", eight.toString()), home.launcher(), folder, "");
        Outcome onSixteen = home.run(Map.of("JAVA_HOME", sixteen.toString()), home.launcher(), folder, "");

        assertThat(onEight.exitCode()).isEqualTo(ENVIRONMENT_FAILURE);
        assertThat(onEight.errors()).contains("Java 17 or later is needed", "is Java 1.8.0_392");
        assertThat(onSixteen.exitCode()).isEqualTo(ENVIRONMENT_FAILURE);
        assertThat(onSixteen.errors()).contains("is Java 16.0.2");
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }
}

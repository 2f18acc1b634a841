package dev.nacre.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A folder laid out like the project, with the real launcher, a Maven that pretends, and a jar that echoes. */
final class LauncherHome {

    /** What a run of the launcher left behind. */
    record Outcome(int exitCode, String output, String errors) {}

    private static final Path LAUNCHER = Path.of("..", "nacre").toAbsolutePath().normalize();

    private final Path root;
    private final Path tools;

    LauncherHome(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("a project"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(LAUNCHER, launcher(), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        installBasicTools();
    }

    Path launcher() {
        return root.resolve("nacre");
    }

    Path jar() {
        return root.resolve("cli/target/nacre.jar");
    }

    Path buildLog() {
        return root.resolve("cli/target/build.log");
    }

    Path source(String name) throws IOException {
        Path source = root.resolve("cli/src/main/java").resolve(name);
        Files.createDirectories(source.getParent());
        return Files.writeString(source, "class Source {}");
    }

    /** Puts the echoing jar where the launcher looks for the built one. */
    Path packJar() throws IOException {
        Files.createDirectories(jar().getParent());
        return writeJar(jar());
    }

    /** Puts a Maven on the path that reads all its input, says what it was called with, and leaves a jar. */
    void installMaven() throws IOException {
        Path ready = writeJar(tools.resolve("ready.jar"));
        installTool(
                "mvn",
                "cat >/dev/null",
                "echo \"maven $*\"",
                "mkdir -p cli/target",
                "cp '" + ready + "' cli/target/nacre.jar");
    }

    /** Puts a Maven on the path that fails. */
    void installFailingMaven() throws IOException {
        installTool("mvn", "echo 'a compiler error'", "exit 1");
    }

    /** Makes a JDK folder that says it is of the version; its Java must not be run. */
    Path installJdk(String version) throws IOException {
        Path home = tools.resolve("jdk-" + version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        writeProgram(home.resolve("bin/java"), "echo 'this Java must not be run'", "exit 9");
        return home;
    }

    /** Runs a launcher with this JVM's Java. */
    Outcome run(Path launcher, Path workingFolder, String input, String... arguments)
            throws IOException, InterruptedException {
        return run(Map.of("JAVA_HOME", System.getProperty("java.home")), launcher, workingFolder, input, arguments);
    }

    /** Runs a launcher with nothing in the environment but the variables given, the pretended tools and the basic ones. */
    Outcome run(Map<String, String> environment, Path launcher, Path workingFolder, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path output = tools.resolve("output");
        Path errors = tools.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectInput(Files.writeString(tools.resolve("input"), input).toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("NACRE_START_ARCHIVE", "off");
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end within a minute");
        }
        return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    /** Puts a program made of lines of shell on the path and returns it. */
    Path installTool(String name, String... lines) throws IOException {
        return writeProgram(tools.resolve(name), lines);
    }

    /** Lets the launcher see the tools every system has, without what the system has beside them: Java and Maven. */
    private void installBasicTools() throws IOException {
        for (String tool : List.of("cat", "cp", "dirname", "find", "head", "mkdir", "readlink", "rm", "sed")) {
            installTool(tool, "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
        }
    }

    private static Path writeProgram(Path program, String... lines) throws IOException {
        Files.writeString(program, "#!/bin/sh\nset -eu\n" + String.join("\n", lines) + "\n");
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot make '" + program + "' executable");
        }
        return program;
    }

    private static Path writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, LauncherEcho.class.getName());
        String entry = LauncherEcho.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream archive = new JarOutputStream(file, manifest);
                InputStream classFile = LauncherEcho.class.getResourceAsStream("LauncherEcho.class")) {
            archive.putNextEntry(new JarEntry(entry));
            archive.write(classFile.readAllBytes());
        }
        return jar;
    }
}

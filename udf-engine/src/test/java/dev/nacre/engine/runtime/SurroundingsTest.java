package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.compiler.internal.Compiler;
import com.dylibso.chicory.runtime.OpcodeImpl;
import com.dylibso.chicory.wasm.Parser;
import dev.nacre.embedding.CoreScenario;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.ClassRemapper;
import org.slf4j.Logger;

/** The engine in surroundings other than one class path. */
class SurroundingsTest {
    /** Parts of ASM that Chicory needs and that are not on the compile path. */
    private static final List<String> MORE_OF_ASM = List.of(
            "org.objectweb.asm.tree.ClassNode",
            "org.objectweb.asm.tree.analysis.Analyzer",
            "org.objectweb.asm.util.CheckClassAdapter");

    /** Adds one to what its import makes of the argument, and counts leading zeros on the way, which Chicory does. */
    private static String module() {
        int countLeadingZeros = 0x67;
        ModuleBuilder module = new ModuleBuilder();
        int imported = module.importFunction("host", "f", module.type(Guest.INT_TO_INT));
        module.memory(1, 1);
        module.exported(
                "step",
                Guest.INT_TO_INT,
                new Code().get(0).call(imported).i32(0x7FFF_FFFF).op(countLeadingZeros, Op.I32_ADD));
        return Base64.getEncoder().encodeToString(module.build());
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> chicory() throws ClassNotFoundException {
        Stream<Class<?>> known =
                Stream.of(Compiler.class, OpcodeImpl.class, Parser.class, ClassReader.class, ClassRemapper.class);
        List<Path> all = new ArrayList<>(known.map(SurroundingsTest::locationOf).toList());
        for (String name : MORE_OF_ASM) {
            all.add(locationOf(Class.forName(name)));
        }
        return all;
    }

    private static URL[] urls(List<Path> paths) throws IOException {
        URL[] urls = new URL[paths.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = paths.get(i).toUri().toURL();
        }
        return urls;
    }

    @Test
    void runsWithChicoryInAParentLoader() throws Exception {
        List<Path> own = List.of(
                locationOf(CoreCompiler.class),
                locationOf(CoreScenario.class),
                locationOf(NullMarked.class),
                locationOf(Logger.class));

        try (URLClassLoader parent = new URLClassLoader(urls(chicory()), ClassLoader.getPlatformClassLoader());
                URLClassLoader child = new URLClassLoader(urls(own), parent)) {
            Class<?> scenario = child.loadClass(CoreScenario.class.getName());
            Object answer = scenario.getMethod("run", String.class, int.class).invoke(null, module(), 20);

            assertThat(answer).isEqualTo(41);
            assertThat(scenario).isNotSameAs(CoreScenario.class);
            assertThat(child.loadClass(OpcodeImpl.class.getName()).getClassLoader())
                    .isSameAs(parent);
            assertThat(child.loadClass(CoreCompiler.class.getName()).getClassLoader())
                    .isSameAs(child);
        }
    }

    @Test
    void runsWithTheUsersInterfaceInAChildLoader() throws Exception {
        try (URLClassLoader user = new OwnFirst(urls(List.of(locationOf(CoreScenario.class))))) {
            Class<?> scenario = user.loadClass(CoreScenario.class.getName());
            Object answer = scenario.getMethod("run", String.class, int.class).invoke(null, module(), 20);

            assertThat(answer).isEqualTo(41);
            assertThat(scenario.getClassLoader()).isSameAs(user);
        }
    }

    /** Defines the scenario itself, and shares the engine with the test. */
    private static final class OwnFirst extends URLClassLoader {
        OwnFirst(URL[] urls) {
            super(urls, SurroundingsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.nacre.embedding.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Test
    void runsOnTheModulePath(@TempDir Path folder) throws Exception {
        Path engine = jar(locationOf(CoreCompiler.class), folder.resolve("engine.jar"));
        Path user = folder.resolve("user");
        copy(locationOf(CoreScenario.class), user, "dev/nacre/embedding");
        Stream<Path> modules = Stream.concat(
                chicory().stream(), Stream.of(engine, locationOf(NullMarked.class), locationOf(Logger.class)));
        String modulePath = modules.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Path output = folder.resolve("output.txt");

        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath,
                        "--add-modules",
                        "ALL-MODULE-PATH",
                        "-cp",
                        user.toString(),
                        CoreScenario.class.getName(),
                        module())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(java.waitFor()).as(() -> read(output)).isZero();
        assertThat(read(output)).contains("dev.nacre.engine 41");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(Path classes, Path target) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Automatic-Module-Name"), "dev.nacre.engine");
        try (OutputStream file = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(file, manifest);
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith("META-INF")) {
                    jar.putNextEntry(new JarEntry(name));
                    Files.copy(path, jar);
                }
            }
        }
        return target;
    }

    private static void copy(Path from, Path to, String folder) throws IOException {
        try (Stream<Path> all = Files.walk(from.resolve(folder))) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}

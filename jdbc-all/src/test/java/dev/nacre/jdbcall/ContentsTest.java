package dev.nacre.jdbcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the jar, and what is not. */
class ContentsTest {
    private static final String SHADED = "dev/nacre/shaded/";
    private static final LocalDateTime BUILD_TIME =
            LocalDateTime.ofInstant(Instant.parse(System.getProperty("nacre.build.time")), ZoneOffset.UTC);
    private static final String VERSIONS = "META-INF/versions/\\d+/";

    private JarFile jar;

    @BeforeEach
    void open() {
        jar = DriverJar.open();
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void everyClassIsNacresOrH2s() {
        assertThat(names())
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(name -> name.matches("(" + VERSIONS + ")?(dev/nacre|org/h2)/.*"));
    }

    @Test
    void everyFileIsKnown() {
        assertThat(names())
                .filteredOn(name -> !name.endsWith(".class") && !name.endsWith("/"))
                .allMatch(name -> name.matches(
                        "(META-INF/([A-Za-z-]*LICENSE|[A-Za-z-]*NOTICE|MANIFEST.MF|licenses/.*|native-image/.*|services/.*))"
                                + "|dev/nacre/shaded/.*|org/h2/.*|wit/nacre-sql/types.wit"));
    }

    @Test
    void hasNoModuleDescriptorAndNoSignature() {
        assertThat(names())
                .noneMatch(name -> name.endsWith("module-info.class") || name.matches("META-INF/.*\\.(SF|RSA|DSA)"));
    }

    @Test
    void saysWhatItIs() throws IOException {
        Attributes manifest = jar.getManifest().getMainAttributes();

        assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("dev.nacre.jdbc");
        assertThat(manifest.getValue("Implementation-Title")).isEqualTo("Nacre driver in one jar");
        assertThat(manifest.getValue("Main-Class")).isNull();
        assertThat(jar.isMultiRelease()).isTrue();
    }

    @Test
    void holdsH2AsItWasPublished() throws Exception {
        try (JarFile published = new JarFile(libraryOf("org.h2.Driver").toFile())) {
            List<String> classes = published.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") || (name.startsWith("org/h2/") && !name.endsWith("/")))
                    .toList();
            for (String name : classes) {
                assertThat(bytes(jar, name)).as(name).isEqualTo(bytes(published, name));
            }
            assertThat(classes).hasSizeGreaterThan(1000);
        }
    }

    @Test
    void classesForNewerVersionsOfJavaAreH2sAlone() {
        List<String> all = names();

        assertThat(all)
                .filteredOn(name -> name.matches(VERSIONS + ".*\\.class"))
                .isNotEmpty()
                .allMatch(name -> name.matches(VERSIONS + "org/h2/.*"));
    }

    @Test
    void everyLibraryHasItsLicence() throws IOException {
        Map<String, String> licences = licencesByPackage();

        assertThat(licences.keySet()).isEqualTo(libraries());
        assertThat(licences.values())
                .allSatisfy(file -> assertThat(jar.getEntry("META-INF/" + file)).isNotNull());
    }

    /** A jar that knows when it was built differs from the next one. */
    @Test
    void doesNotSayWhenItWasBuilt() {
        assertThat(jar.stream().map(JarEntry::getTimeLocal)).allMatch(time -> !time.isAfter(BUILD_TIME));
    }

    private List<String> names() {
        return jar.stream().map(JarEntry::getName).toList();
    }

    /** Returns the packages that stand for a library in the table of licences. */
    private SortedSet<String> libraries() {
        return jar.stream()
                .map(entry -> entry.getName().replaceFirst("^" + VERSIONS, ""))
                .filter(name -> name.endsWith(".class") && (name.startsWith(SHADED) || name.startsWith("org/h2/")))
                .map(name -> name.startsWith(SHADED) ? name.substring(SHADED.length()) : name)
                .map(ContentsTest::library)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String library(String type) {
        int depth = type.startsWith("org/apache/commons/") ? 4 : type.startsWith("org/apache/") ? 3 : 2;
        return String.join("/", List.of(type.split("/")).subList(0, depth));
    }

    /** Reads the table of META-INF/licenses/README: package, library, licence, file. */
    private Map<String, String> licencesByPackage() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String line : new String(bytes(jar, "META-INF/licenses/README"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" | "))
                .skip(1)
                .toList()) {
            String[] cells = line.split(" +\\| +");
            files.put(cells[0], cells[3].trim());
        }
        return files;
    }

    private static Path libraryOf(String type) throws Exception {
        return Path.of(Class.forName(type)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static byte[] bytes(JarFile file, String name) throws IOException {
        JarEntry entry = file.getJarEntry(name);
        assertThat(entry).as(name).isNotNull();
        try (InputStream stream = file.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }
}

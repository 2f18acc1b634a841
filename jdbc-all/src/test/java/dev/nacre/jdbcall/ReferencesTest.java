package dev.nacre.jdbcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What classes of the jar refer to and what is not there: annotations, and what has no way in from Nacre. */
class ReferencesTest {

    private static final Set<String> ANNOTATIONS = Set.of(
            "com.google.errorprone",
            "com.google.j2objc",
            "javax.annotation",
            "org.apiguardian",
            "org.checkerframework",
            "org.immutables");

    /** Left out, as docs/RATIONALE.md says; a test of the SQL layer that came to one of them would fail. */
    private static final Set<String> LEFT_OUT = Set.of(
            "com.fasterxml.jackson.dataformat",
            "com.google.protobuf",
            "com.google.uzaygezen",
            "com.yahoo",
            "org.apache.calcite.avatica.metrics",
            "org.apache.commons.dbcp2",
            "org.apache.commons.io",
            "org.apache.hc",
            "org.locationtech.jts.io.geojson",
            "org.locationtech.proj4j",
            "org.pentaho");

    /** The authors of libraries leave these to the user: JSON providers of JsonPath, Ant for Janino. */
    private static final Set<String> OPTIONAL_FOR_LIBRARIES = Set.of(
            "com.google.gson",
            "jakarta.json",
            "org.apache.tapestry5",
            "org.apache.tools.ant",
            "org.codehaus.jettison",
            "org.json");

    /** So do those of H2; not relocated, so that H2 finds what the user has. */
    private static final Set<String> OPTIONAL_FOR_H2 = Set.of(
            "jakarta.servlet",
            "javax.servlet",
            "org.apache.lucene",
            "org.locationtech.jts.geom",
            "org.osgi",
            "org.slf4j");

    private static final String SHADED = "dev.nacre.shaded.";
    private static final Pattern MISSING = Pattern.compile("\\s+(\\S+)\\s+-> (\\S+)\\s+not found");

    private record Reference(String from, String to) {
        boolean isOf(Set<String> packages) {
            String name = to.startsWith(SHADED) ? to.substring(SHADED.length()) : to;
            return packages.stream().anyMatch(prefix -> name.startsWith(prefix + "."));
        }

        boolean isFrom(String prefix) {
            return from.startsWith(prefix);
        }
    }

    private static List<Reference> missing = List.of();

    @BeforeAll
    static void findMissing() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(output, true, StandardCharsets.UTF_8);
        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        printed,
                        printed,
                        "--multi-release",
                        "17",
                        "--missing-deps",
                        DriverJar.path().toString());
        assertThat(code).isZero();
        missing = output.toString(StandardCharsets.UTF_8)
                .lines()
                .map(MISSING::matcher)
                .filter(Matcher::matches)
                .map(found -> new Reference(found.group(1), found.group(2)))
                .toList();
    }

    @Test
    void nacreFindsWhatItRefersTo() {
        assertThat(missing)
                .isNotEmpty()
                .filteredOn(reference -> reference.isFrom("dev.nacre.") && !reference.isFrom(SHADED))
                .isEmpty();
    }

    @Test
    void onlyH2RefersToWhatIsNotRelocated() {
        assertThat(missing)
                .filteredOn(reference -> reference.isOf(OPTIONAL_FOR_H2))
                .isNotEmpty()
                .allMatch(reference ->
                        reference.isFrom("org.h2.") && !reference.to().startsWith(SHADED));
    }

    @Test
    void onlyCalciteRefersToWhatIsLeftOut() {
        assertThat(missing)
                .filteredOn(reference -> reference.isOf(LEFT_OUT))
                .isNotEmpty()
                .allMatch(reference -> reference.isFrom(SHADED + "org.apache.calcite."));
    }

    @Test
    void nothingElseIsMissing() {
        List<Set<String>> known = List.of(ANNOTATIONS, LEFT_OUT, OPTIONAL_FOR_LIBRARIES, OPTIONAL_FOR_H2);
        Stream<String> others = missing.stream()
                .filter(reference -> known.stream().noneMatch(reference::isOf))
                .map(reference -> reference.from() + " -> " + reference.to());

        assertThat(new TreeSet<>(others.toList())).isEmpty();
    }
}

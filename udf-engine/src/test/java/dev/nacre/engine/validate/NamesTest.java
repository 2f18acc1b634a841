package dev.nacre.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a-b-c", "a1-2-3", "A", "A-B-C", "A1-2-3", "a11-w0rds", "A11-4CR0NYMS", "is-XML"})
    void takesLabels(String label) {
        assertThat(Names.isLabel(label)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "a-", "-a", "a--b", "1", "1-a", "aB", "Ab", "a_b", "a b", "ä", "a.b", "a:b", "a\n"})
    void refusesWhatIsNoLabel(String label) {
        assertThat(Names.isLabel(label)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wasi:io/streams",
                "wasi:io/streams@0.2.12",
                "a1-2:b-3/C-d",
                "a:b/c@1.0.0-rc.1+build.5",
                "a:b/c@0.0.0-0a.-.x-y"
            })
    void takesInterfaceNames(String name) {
        assertThat(Names.isInterface(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a:b",
                "a/b",
                "a/b:c",
                ":b/c",
                "a:/c",
                "a:b/",
                "A:b/c",
                "a:B/c",
                "1a:b/c",
                "a:b/c@",
                "a:b/c@1",
                "a:b/c@1.0",
                "a:b/c@01.0.0",
                "a:b/c@1.0.0-",
                "a:b/c@1.0.0-01",
                "a:b/c@1.0.0-a..b",
                "a:b/c@1.0.0+",
                "a:b/c@1.0.0@1.0.0",
                "a:b/c/d",
                "a:b:c/d"
            })
    void refusesWhatIsNoInterfaceName(String name) {
        assertThat(Names.isInterface(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b:c/d", "a:b/c/d", "a:b:c/d/e@1.0.0"})
    void knowsNamesOfNestedPackages(String name) {
        assertThat(Names.isNestedInterface(name)).isTrue();
    }

    @Test
    void comparesNamesWithoutCaseAndAnnotation() {
        assertThat(Names.canonical("foo-BAR")).isEqualTo("foo-bar");
        assertThat(Names.canonical("[constructor]Foo")).isEqualTo("[constructor]foo");
        assertThat(Names.canonical("[method]foo.BAR")).isEqualTo(Names.canonical("[static]foo.bar"));
        assertThat(Names.canonical("[method]foo.foo")).isEqualTo("foo");
        assertThat(Names.canonical("[static]foo-BAR.FOO-bar")).isEqualTo("foo-bar");
        assertThat(Names.canonical("foo:bar/BAZ")).isEqualTo(Names.canonical("foo:bar/baz"));
    }
}

package dev.nacre.engine.validate;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.functionExtern;
import static dev.nacre.engine.binary.ComponentBytes.instanceExtern;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.procedure;
import static dev.nacre.engine.binary.ComponentBytes.section;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static dev.nacre.engine.binary.ComponentBytes.vector;
import static dev.nacre.engine.validate.Validation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said about imports beside their names. */
class AttributesTest {
    private static final byte[] TYPES = join(type(procedure()), type(instanceType()));
    private static final byte[] INSTANCE = instanceExtern(1);

    private static byte[] attribute(int kind, String value) {
        return join(bytes(kind), name(value));
    }

    private static byte[] implementing(String name) {
        return attribute(0, name);
    }

    private static byte[] externalId(String value) {
        return attribute(2, value);
    }

    private static byte[] imports(String name, byte[] type, byte[]... attributes) {
        return section(10, bytes(1, 2), name(name), vector(attributes), type);
    }

    @Test
    void letsSeveralInstancesImplementOneInterface() {
        TypedComponent component = Validation.of(component(
                TYPES,
                imports("primary", INSTANCE, implementing("a:b/c@1.0.0"), externalId("db:one")),
                imports("secondary", INSTANCE, externalId("ü / anything"), implementing("a:b/c@1.0.0"))));

        assertThat(component.type().imports()).hasSize(2);
    }

    @Test
    void takesAnyTextAsExternalId() {
        Validation.of(component(TYPES, imports("f", functionExtern(0), externalId(""))));
        Validation.of(component(TYPES, imports("a:b/c", INSTANCE, externalId("https://example.org/x y"))));
    }

    @Test
    void refusesAnAttributeThatComesTwice() {
        rejects(
                component(TYPES, imports("f", functionExtern(0), externalId("a"), externalId("a"))),
                "expected the attribute 'external-id' once");
        rejects(
                component(TYPES, imports("i", INSTANCE, implementing("a:b/c"), implementing("a:b/d"))),
                "expected the attribute 'implements' once");
    }

    @Test
    void refusesImplementationsOfWhatIsNoInterface() {
        rejects(component(TYPES, imports("i", INSTANCE, implementing("c"))), "to be an interface name, found 'c'");
        rejects(component(TYPES, imports("i", INSTANCE, implementing("a:b/c@1"))), "found 'a:b/c@1'");
    }

    @Test
    void refusesImplementationsThatAreNoInstanceOrHaveAnInterfaceName() {
        rejects(component(TYPES, imports("f", functionExtern(0), implementing("a:b/c"))), "found 'f' of a function");
        rejects(component(TYPES, imports("d:e/f", INSTANCE, implementing("a:b/c"))), "found 'd:e/f' of an instance");
    }

    @Test
    void comparesNamesWithoutTheirAttributes() {
        rejects(
                component(
                        TYPES,
                        imports("i", INSTANCE, implementing("a:b/c")),
                        imports("I", INSTANCE, implementing("a:b/d"))),
                "conflicts with the earlier name 'i'");
    }
}

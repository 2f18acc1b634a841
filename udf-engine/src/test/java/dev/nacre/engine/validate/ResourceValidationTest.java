package dev.nacre.engine.validate;

import static dev.nacre.engine.binary.ComponentBytes.SORT_FUNCTION;
import static dev.nacre.engine.binary.ComponentBytes.SORT_TYPE;
import static dev.nacre.engine.binary.ComponentBytes.U8;
import static dev.nacre.engine.binary.ComponentBytes.aliasExport;
import static dev.nacre.engine.binary.ComponentBytes.anyResource;
import static dev.nacre.engine.binary.ComponentBytes.argument;
import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.canon;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.componentType;
import static dev.nacre.engine.binary.ComponentBytes.equalType;
import static dev.nacre.engine.binary.ComponentBytes.export;
import static dev.nacre.engine.binary.ComponentBytes.exportAs;
import static dev.nacre.engine.binary.ComponentBytes.exportDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.field;
import static dev.nacre.engine.binary.ComponentBytes.function;
import static dev.nacre.engine.binary.ComponentBytes.functionExtern;
import static dev.nacre.engine.binary.ComponentBytes.importDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.importItem;
import static dev.nacre.engine.binary.ComponentBytes.instanceExtern;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.instantiate;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.nested;
import static dev.nacre.engine.binary.ComponentBytes.procedure;
import static dev.nacre.engine.binary.ComponentBytes.resource;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static dev.nacre.engine.binary.ComponentBytes.typeDeclaration;
import static dev.nacre.engine.validate.Validation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.ResourceType;
import org.junit.jupiter.api.Test;

/** Resource types: identity, generativity, names of their functions. */
class ResourceValidationTest {
    /** Component 0: imports two types that must be one resource. */
    private static final byte[] SAME = nested(importItem("a", anyResource()), importItem("b", equalType(0)));

    private static byte[] same(int first, int second) {
        return instantiate(0, argument("a", SORT_TYPE, first), argument("b", SORT_TYPE, second));
    }

    @Test
    void makesEveryDefinitionAndEveryImportANewType() {
        Validation.of(component(SAME, type(resource()), same(0, 0)));
        rejects(component(SAME, type(resource()), type(resource()), same(0, 1)), "resource types are not the same");
        rejects(
                component(SAME, importItem("a", anyResource()), importItem("b", anyResource()), same(0, 1)),
                "import 'b': resource types are not the same: expected 'a', found 'b'");
    }

    @Test
    void makesResourcesAnewInEveryInstance() {
        byte[] defining = nested(type(resource()), export("r", SORT_TYPE, 0));
        byte[] two =
                join(instantiate(1), instantiate(1), aliasExport(SORT_TYPE, 0, "r"), aliasExport(SORT_TYPE, 1, "r"));

        Validation.of(component(SAME, defining, two, same(0, 0)));
        rejects(component(SAME, defining, two, same(0, 1)), "resource types are not the same");
    }

    @Test
    void keepsAResourceThatIsHandedThroughAComponent() {
        byte[] passing = nested(importItem("in", anyResource()), export("out", SORT_TYPE, 0));

        Validation.of(component(
                SAME,
                passing,
                type(resource()),
                instantiate(1, argument("in", SORT_TYPE, 0)),
                aliasExport(SORT_TYPE, 0, "out"),
                same(0, 1),
                canon(0x04, 1)));
    }

    @Test
    void exportsTheSameResourceTwiceUnlessToldOtherwise() {
        byte[] plain = nested(type(resource()), export("a", SORT_TYPE, 0), export("b", SORT_TYPE, 0));
        byte[] hiding = nested(type(resource()), export("a", SORT_TYPE, 0), exportAs("b", SORT_TYPE, 0, anyResource()));
        byte[] both = join(instantiate(1), aliasExport(SORT_TYPE, 0, "a"), aliasExport(SORT_TYPE, 0, "b"), same(0, 1));

        Validation.of(component(SAME, plain, both));
        rejects(component(SAME, hiding, both), "resource types are not the same");
    }

    @Test
    void putsSuppliedResourcesIntoTheFunctionsOfAnInstance() {
        byte[] passing = nested(
                importItem("r", anyResource()),
                type(bytes(0x69, 0)),
                type(function(1)),
                importItem("make", functionExtern(2)),
                export("make-again", SORT_FUNCTION, 0));
        TypedComponent component = Validation.of(component(
                passing,
                importItem("r", anyResource()),
                type(bytes(0x69, 0)),
                type(function(1)),
                importItem("make", functionExtern(2)),
                instantiate(0, argument("r", SORT_TYPE, 0), argument("make", SORT_FUNCTION, 0))));

        InstanceType made = ((Definition.Instantiate) component.definitions().get(5)).type();
        assertThat(made.exports().get(0).type())
                .isEqualTo(component.type().imports().get(1).type());
    }

    @Test
    void givesEveryImportOfAnInstanceTypeResourcesOfItsOwn() {
        TypedComponent component = Validation.of(component(
                type(instanceType(exportDeclaration("r", anyResource()))),
                importItem("a", instanceExtern(0)),
                importItem("b", instanceExtern(0))));

        assertThat(component.type().importedResources()).hasSize(2).doesNotHaveDuplicates();
        assertThat(resourceOf(component, 0)).isNotEqualTo(resourceOf(component, 1));
        assertThat(component.type().importedResources().get(0)).isEqualTo(resourceOf(component, 0));
    }

    private static ResourceType resourceOf(TypedComponent component, int index) {
        InstanceType instance =
                ((ExternType.Instance) component.type().imports().get(index).type()).type();
        return ((ExternType.Resource) instance.exports().get(0).type()).type();
    }

    @Test
    void letsOnlyItsOwnerMakeAndOpenAResource() {
        Validation.of(component(type(resource()), canon(0x02, 0), canon(0x03, 0), canon(0x04, 0)));
        Validation.of(component(importItem("r", anyResource()), canon(0x03, 0)));
        rejects(
                component(importItem("r", anyResource()), canon(0x02, 0)),
                "expected a resource that this component defines");
        rejects(
                component(importItem("r", anyResource()), canon(0x04, 0)),
                "expected a resource that this component defines");
    }

    /** Who supplies an import has no way to name a resource that comes into being with the importing component. */
    @Test
    void refusesImportsOfResourcesThatAreMadeInside() {
        byte[] own = type(resource());
        byte[] inside = join(nested(type(resource()), export("r", SORT_TYPE, 0)), instantiate(0));
        byte[] instance = type(instanceType(bytes(2, SORT_TYPE, 2, 1, 0), exportDeclaration("r", equalType(0))));
        byte[] component = type(componentType(bytes(2, SORT_TYPE, 2, 1, 0), importDeclaration("r", equalType(0))));

        String expected = "expected an import without resources of this component, found";
        rejects(component(own, importItem("r", equalType(0))), expected);
        rejects(component(own, export("r", SORT_TYPE, 0), importItem("s", equalType(1))), expected);
        rejects(component(inside, aliasExport(SORT_TYPE, 0, "r"), importItem("r", equalType(0))), expected);
        rejects(component(own, instance, importItem("i", instanceExtern(1))), expected);
        rejects(component(own, component, importItem("c", bytes(4, 1))), expected);
        rejects(
                component(type(
                        componentType(exportDeclaration("r", anyResource()), importDeclaration("s", equalType(0))))),
                expected);
        Validation.of(component(importItem("r", anyResource()), own, importItem("s", equalType(0))));
    }

    @Test
    void refusesDefinitionsOfResourcesInTypes() {
        rejects(component(type(instanceType(typeDeclaration(resource())))), "without a definition of a resource");
    }

    @Test
    void tiesMethodsToAResourceBeforeThem() {
        byte[] method = exportDeclaration("[method]r.read", functionExtern(2));
        byte[] self = typeDeclaration(bytes(0x68, 0));
        byte[] reading = typeDeclaration(procedure(field("self", 1)));

        Validation.of(component(type(instanceType(exportDeclaration("r", anyResource()), self, reading, method))));
        rejects(
                component(type(instanceType(exportDeclaration("other", anyResource()), self, reading, method))),
                "expected a resource 'r' before '[method]r.read', found none");
        rejects(
                component(type(instanceType(
                        exportDeclaration("r", anyResource()),
                        self,
                        typeDeclaration(procedure(field("me", 1))),
                        method))),
                "to be 'self: borrow<r>', found another");
        rejects(
                component(type(instanceType(
                        exportDeclaration("r", anyResource()), exportDeclaration("[static]r.x", equalType(0))))),
                "expected a function under the name '[static]r.x', found a resource type");
    }

    @Test
    void demandsThatAConstructorMakesItsResource() {
        byte[] constructor = exportDeclaration("[constructor]r", functionExtern(2));

        Validation.of(component(type(instanceType(
                exportDeclaration("r", anyResource()),
                typeDeclaration(bytes(0x69, 0)),
                typeDeclaration(function(1)),
                constructor))));
        rejects(
                component(type(instanceType(
                        exportDeclaration("r", anyResource()),
                        typeDeclaration(bytes(0x69, 0)),
                        typeDeclaration(function(U8)),
                        constructor))),
                "expected '[constructor]r' to return its own resource");
    }
}

package dev.nacre.engine.validate;

import static dev.nacre.engine.binary.ComponentBytes.S32;
import static dev.nacre.engine.binary.ComponentBytes.SORT_COMPONENT;
import static dev.nacre.engine.binary.ComponentBytes.SORT_FUNCTION;
import static dev.nacre.engine.binary.ComponentBytes.SORT_INSTANCE;
import static dev.nacre.engine.binary.ComponentBytes.SORT_TYPE;
import static dev.nacre.engine.binary.ComponentBytes.STRING;
import static dev.nacre.engine.binary.ComponentBytes.U32;
import static dev.nacre.engine.binary.ComponentBytes.U8;
import static dev.nacre.engine.binary.ComponentBytes.aliasCoreExport;
import static dev.nacre.engine.binary.ComponentBytes.aliasExport;
import static dev.nacre.engine.binary.ComponentBytes.aliasOuter;
import static dev.nacre.engine.binary.ComponentBytes.argument;
import static dev.nacre.engine.binary.ComponentBytes.bundle;
import static dev.nacre.engine.binary.ComponentBytes.bundled;
import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.canon;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.coreInstantiate;
import static dev.nacre.engine.binary.ComponentBytes.coreModule;
import static dev.nacre.engine.binary.ComponentBytes.equalType;
import static dev.nacre.engine.binary.ComponentBytes.export;
import static dev.nacre.engine.binary.ComponentBytes.exportDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.field;
import static dev.nacre.engine.binary.ComponentBytes.function;
import static dev.nacre.engine.binary.ComponentBytes.functionExtern;
import static dev.nacre.engine.binary.ComponentBytes.importItem;
import static dev.nacre.engine.binary.ComponentBytes.instanceExtern;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.instantiate;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.names;
import static dev.nacre.engine.binary.ComponentBytes.nested;
import static dev.nacre.engine.binary.ComponentBytes.outerTypeDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.procedure;
import static dev.nacre.engine.binary.ComponentBytes.record;
import static dev.nacre.engine.binary.ComponentBytes.resource;
import static dev.nacre.engine.binary.ComponentBytes.tuple;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static dev.nacre.engine.binary.ComponentBytes.typeDeclaration;
import static dev.nacre.engine.validate.Validation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.binary.CoreModuleBytes;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Index spaces, names, value types, instances and aliases. */
class ComponentValidatorTest {
    @Test
    void givesAComponentItsType() {
        TypedComponent component = Validation.of(component(
                type(function(S32, field("a", STRING))),
                importItem("f", functionExtern(0)),
                export("g", SORT_FUNCTION, 0)));

        FunctionType expected = new FunctionType(
                List.of(new FunctionType.Parameter("a", PrimitiveType.STRING)), Optional.of(PrimitiveType.S32), false);
        assertThat(component.type().imports()).containsExactly(new NamedExtern("f", new ExternType.Function(expected)));
        assertThat(component.type().exports()).containsExactly(new NamedExtern("g", new ExternType.Function(expected)));
        assertThat(component.definitions())
                .extracting(Definition::sort)
                .containsExactly(Sort.TYPE, Sort.FUNCTION, Sort.FUNCTION);
    }

    @Test
    void countsAnExportAsANewItem() {
        TypedComponent component = Validation.of(component(
                type(procedure()),
                importItem("f", functionExtern(0)),
                export("g", SORT_FUNCTION, 0),
                export("h", SORT_FUNCTION, 1)));

        assertThat(component.definitions().get(3))
                .isEqualTo(new Definition.Export(
                        "h", Sort.FUNCTION, 1, component.type().exports().get(1).type()));
    }

    @Test
    void refusesIndicesOfWhatWasNotDefinedYet() {
        rejects(component(export("f", SORT_FUNCTION, 0)), "expected the index of a function below 0, found 0");
        rejects(component(type(bytes(0x70, 0))), "expected the index of a type below 0, found 0");
        rejects(component(instantiate(3)), "expected the index of a component below 0, found 3");
        rejects(component(type(bytes(0x70, 0xff, 0xff, 0xff, 0xff, 0x0f))), "found 4294967295");
    }

    @Test
    void refusesTypesOfAnotherKind() {
        rejects(component(type(procedure()), type(bytes(0x70, 0))), "expected type 0 to be a value type");
        rejects(component(type(bytes(U8)), importItem("f", functionExtern(0))), "to be a function type");
        rejects(component(type(bytes(U8)), importItem("i", instanceExtern(0))), "to be an instance type");
        rejects(component(type(bytes(U8)), type(bytes(0x69, 0))), "to be a resource type");
    }

    @Test
    void refusesNamesThatDifferTooLittle() {
        rejects(
                component(
                        type(procedure()),
                        importItem("get-XML", functionExtern(0)),
                        importItem("get-xml", functionExtern(0))),
                "name 'get-xml' conflicts with the earlier name 'get-XML'");
        rejects(
                component(type(record(field("a", U8), field("A", U8)))),
                "label 'A' conflicts with the earlier label 'a'");
        rejects(component(type(procedure(field("a", U8), field("a", U8)))), "label 'a' conflicts");
        rejects(
                component(bundle(), bundle(bundled("a", SORT_INSTANCE, 0), bundled("a", SORT_INSTANCE, 0))),
                "conflicts");
    }

    @Test
    void refusesNamesThatFollowNoGrammar() {
        rejects(component(type(procedure()), importItem("NotKebab", functionExtern(0))), "found 'NotKebab'");
        rejects(component(type(names(0x6d, "not_kebab"))), "expected a label in kebab case, found 'not_kebab'");
        rejects(
                component(type(procedure()), importItem("a:b/c/d", functionExtern(0))),
                "found 'a:b/c/d', a nested name, which was never released");
    }

    @Test
    void showsNamesInMessagesWithoutControlCharactersAndShort() {
        rejects(component(type(names(0x6d, "a\u001b[31m\u202eb"))), "found 'a?[31m?b'");
        rejects(component(type(names(0x6d, "x".repeat(5000) + "!"))), "found '" + "x".repeat(100) + "...'");
    }

    @Test
    void refusesValueTypesThatCannotBe() {
        rejects(component(type(record())), "expected at least one of the fields");
        rejects(component(type(names(0x6d))), "expected at least one of the names");
        rejects(component(type(tuple())), "expected at least one of the elements");
        rejects(component(type(names(0x6e, flagNames(33)))), "expected at most 32 flags, found 33");
        rejects(component(type(bytes(0x63, 0x75, U8))), "expected a map key");
        rejects(component(type(bytes(0x66, 1, 0x74))), "found stream<char>");
        rejects(
                component(type(resource()), type(bytes(0x68, 0)), type(bytes(0x65, 1, 1))),
                "expected an element without borrowed handles");
        rejects(
                component(type(resource()), type(bytes(0x68, 0)), type(function(1))),
                "expected a result without borrowed handles");
    }

    private static String[] flagNames(int count) {
        String[] names = new String[count];
        for (int index = 0; index < count; index++) {
            names[index] = "f" + index;
        }
        return names;
    }

    @Test
    void matchesArgumentsByNameAndType() {
        byte[] wanting = nested(type(function(U32)), importItem("f", functionExtern(0)));
        byte[] given = join(type(function(S32)), importItem("g", functionExtern(0)));

        rejects(component(wanting, instantiate(0)), "expected a function for the import 'f', found none");
        rejects(
                component(wanting, given, instantiate(0, argument("f", SORT_FUNCTION, 0))),
                "import 'f': result: expected u32, found s32");
        rejects(
                component(wanting, instantiate(0, argument("f", SORT_COMPONENT, 0))),
                "import 'f': expected a function, found a component");
        rejects(
                component(wanting, nested(), instantiate(1), instantiate(1, twice("x"))),
                "expected the argument 'x' once");
    }

    private static byte[][] twice(String name) {
        return new byte[][] {argument(name, SORT_INSTANCE, 0), argument(name, SORT_INSTANCE, 0)};
    }

    @Test
    void letsAnInstanceExportMoreThanIsAskedFor() {
        byte[] wanting = nested(
                type(instanceType(typeDeclaration(procedure()), exportDeclaration("f", functionExtern(0)))),
                importItem("i", instanceExtern(0)));
        byte[] function = join(type(procedure()), importItem("f", functionExtern(0)));

        Validation.of(component(
                wanting,
                function,
                bundle(bundled("f", SORT_FUNCTION, 0), bundled("g", SORT_FUNCTION, 0)),
                instantiate(0, argument("i", SORT_INSTANCE, 0))));

        rejects(
                component(
                        wanting,
                        function,
                        bundle(bundled("g", SORT_FUNCTION, 0)),
                        instantiate(0, argument("i", SORT_INSTANCE, 0))),
                "import 'i': expected a function for the export 'f', found none");
    }

    @Test
    void refusesAliasesOfWhatIsNotThere() {
        rejects(component(bundle(), aliasExport(SORT_FUNCTION, 0, "f")), "expected instance 0 to export 'f'");
        rejects(
                component(
                        type(procedure()),
                        importItem("f", functionExtern(0)),
                        bundle(bundled("f", SORT_FUNCTION, 0)),
                        aliasExport(SORT_TYPE, 0, "f")),
                "to be a type, found a function");
        rejects(component(aliasOuter(SORT_TYPE, 1, 0)), "expected an outer alias to count at most");
        rejects(
                component(type(instanceType(bytes(2, SORT_COMPONENT, 2, 0, 0))), importItem("i", instanceExtern(0))),
                "expected an outer alias of a sort that allows it");
    }

    @Test
    void letsOuterAliasesReachTypesWithoutResources() {
        Validation.of(component(type(record(field("a", U8))), nested(aliasOuter(SORT_TYPE, 1, 0))));

        rejects(
                component(type(resource()), type(bytes(0x69, 0)), nested(aliasOuter(SORT_TYPE, 1, 1))),
                "expected an outer alias without resources");
    }

    @Test
    void demandsNamesForTypesInFunctionsThatAreSeenOutside() {
        byte[] hidden = join(type(record(field("a", U8))), type(function(0)), importItem("f", functionExtern(1)));
        byte[] named = join(
                type(record(field("a", U8))),
                importItem("r", equalType(0)),
                type(function(1)),
                importItem("f", functionExtern(2)));

        rejects(component(hidden), "found a record<u8> without a name");
        Validation.of(component(named));
    }

    @Test
    void letsAnExportedInstanceNameTheTypesInIt() {
        byte[] inner = nested(type(record(field("a", U8))), export("r", SORT_TYPE, 0));
        byte[] function = join(
                instantiate(0), aliasExport(SORT_TYPE, 0, "r"), bundle(bundled("r", SORT_TYPE, 0)), type(function(0)));
        byte[] lifted = join(
                coreModule(CoreModuleBytes.exporting(0, 1)),
                coreInstantiate(0),
                aliasCoreExport(0, 0, "f"),
                canon(0, 0, 0, 0, 1));

        TypedComponent component = Validation.of(
                component(inner, function, lifted, export("types", SORT_INSTANCE, 1), export("f", SORT_FUNCTION, 0)));

        rejects(component(inner, function, lifted, export("f", SORT_FUNCTION, 0)), "without a name");
        ExternType.Instance types =
                (ExternType.Instance) component.type().exports().get(0).type();
        ExternType.Value named =
                (ExternType.Value) types.type().exports().get(0).type();
        ExternType.Function exported =
                (ExternType.Function) component.type().exports().get(1).type();
        assertThat(exported.type().result().orElseThrow()).isSameAs(named.type());
    }

    @Test
    void givesFunctionsTheVeryObjectThatANameStandsFor() {
        TypedComponent component = Validation.of(component(
                type(instanceType(
                        typeDeclaration(record(field("a", U8))),
                        exportDeclaration("r", equalType(0)),
                        typeDeclaration(function(1)),
                        exportDeclaration("f", functionExtern(2)))),
                importItem("i", instanceExtern(0)),
                aliasExport(SORT_TYPE, 0, "r"),
                importItem("r", equalType(1))));

        ExternType.Instance instance =
                (ExternType.Instance) component.type().imports().get(0).type();
        ExternType.Value named =
                (ExternType.Value) instance.type().exports().get(0).type();
        ExternType.Function function =
                (ExternType.Function) instance.type().exports().get(1).type();
        ExternType.Value used =
                (ExternType.Value) component.type().imports().get(1).type();
        assertThat(function.type().result().orElseThrow())
                .isSameAs(named.type())
                .isInstanceOf(RecordType.class);
        assertThat(used.origin()).isSameAs(named.type());
        assertThat(used.type()).isNotSameAs(named.type()).isEqualTo(named.type());
    }

    @Test
    void letsInstanceTypesReferToOuterTypes() {
        Validation.of(component(
                type(record(field("a", U8))),
                importItem("r", equalType(0)),
                type(instanceType(
                        outerTypeDeclaration(1, 1),
                        typeDeclaration(function(0)),
                        exportDeclaration("f", functionExtern(1)))),
                importItem("i", instanceExtern(2))));
    }
}

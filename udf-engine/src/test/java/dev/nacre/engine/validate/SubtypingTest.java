package dev.nacre.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.core.CoreModuleType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SubtypingTest {
    private static final ExternType NOTHING = function();

    private final ValidationContext context = new ValidationContext(Limits.specification(), (offset, length) -> {
        throw new AssertionError("no core modules here");
    });

    @Test
    void comparesValueTypesByStructure() {
        assertThat(difference(value(new ListType(PrimitiveType.U8)), value(new ListType(PrimitiveType.U8))))
                .isEmpty();
        assertThat(difference(value(new ListType(PrimitiveType.U8)), value(new ListType(PrimitiveType.S8))))
                .contains("expected u8, found s8");
        assertThat(difference(value(new OptionType(PrimitiveType.U8)), value(new ListType(PrimitiveType.U8))))
                .contains("expected option<u8>, found list<u8>");
        assertThat(difference(value(new EnumType(List.of("a"))), value(new EnumType(List.of("b")))))
                .contains("expected enum, found enum with other names");
        assertThat(difference(value(record("a", "b")), value(record("b", "a"))))
                .contains("expected record<u8, u8>, found record<u8, u8> with other names");
        assertThat(difference(value(result(true)), value(result(false))))
                .contains("expected result<u8>, found result<u8> with other names");
    }

    private static RecordType record(String... names) {
        return new RecordType(List.of(names).stream()
                .map(name -> new RecordType.Field(name, PrimitiveType.U8))
                .toList());
    }

    private static ResultType result(boolean ok) {
        Optional<WitType> some = Optional.of(PrimitiveType.U8);
        return ok ? new ResultType(some, Optional.empty()) : new ResultType(Optional.empty(), some);
    }

    @Test
    void comparesTypesThatShareTheirPartsInNoTime() {
        assertThat(difference(value(doubled(60)), value(doubled(60)))).isEmpty();
    }

    private static WitType doubled(int levels) {
        WitType type = PrimitiveType.U8;
        for (int level = 0; level < levels; level++) {
            type = new TupleType(List.of(type, type));
        }
        return type;
    }

    @Test
    void demandsTheVeryFunctionType() {
        assertThat(difference(NOTHING, function(PrimitiveType.U8))).contains("expected 0 parameters, found 1");
        assertThat(difference(function(PrimitiveType.U8), function(PrimitiveType.U16)))
                .contains("parameter 1: expected u8, found u16");
        assertThat(difference(NOTHING, new ExternType.Function(new FunctionType(List.of(), Optional.empty(), true))))
                .contains("expected a function that is not async, found an async function");
        assertThat(difference(
                        NOTHING,
                        new ExternType.Function(new FunctionType(List.of(), Optional.of(PrimitiveType.STRING), false))))
                .contains("expected no result, found string result");
    }

    @Test
    void letsComponentsExportMoreAndImportLess() {
        ExternType asked = component(List.of("a", "b"), List.of("x"));
        ExternType better = component(List.of("a"), List.of("x", "y"));

        assertThat(difference(asked, better)).isEmpty();
        assertThat(difference(better, asked)).contains("expected a function for the import 'b', found none");
        assertThat(difference(component(List.of(), List.of("y")), component(List.of(), List.of("x"))))
                .contains("expected a function for the export 'y', found none");
    }

    private static ExternType component(List<String> imports, List<String> exports) {
        return new ExternType.Component(new ComponentType(nothings(imports), nothings(exports)));
    }

    private static List<NamedExtern> nothings(List<String> names) {
        return names.stream().map(name -> new NamedExtern(name, NOTHING)).toList();
    }

    @Test
    void bindsOpenResourcesAsTheyAreMet() {
        ResourceType open = new ResourceType("r");
        ResourceType given = new ResourceType("given");
        ResourceType other = new ResourceType("other");

        assertThat(difference(openInstance(open), instance(given, given), open)).isEmpty();
        assertThat(difference(openInstance(open), instance(given, other), open))
                .contains(
                        "export 'f': parameter 1: resource types are not the same: expected own<given>, found own<other>");
        assertThat(difference(openInstance(open), instance(given, given)))
                .contains("export 'r': resource types are not the same: expected 'r', found 'given'");
    }

    private static ExternType openInstance(ResourceType resource) {
        return instance(resource, resource);
    }

    private static ExternType instance(ResourceType exported, ResourceType used) {
        return new ExternType.Instance(new InstanceType(List.of(
                new NamedExtern("r", new ExternType.Resource(exported)),
                new NamedExtern("f", function(new OwnType(used))))));
    }

    @Test
    void matchesCoreLimits() {
        assertThat(CoreSubtyping.difference(memory(1, 4), memory(2, 3))).isEmpty();
        assertThat(CoreSubtyping.difference(memory(1, -1), memory(1, 3))).isEmpty();
        assertThat(CoreSubtyping.difference(memory(2, -1), memory(1, -1)))
                .contains("expected a memory of at least 2, found at least 1");
        assertThat(CoreSubtyping.difference(memory(1, 4), memory(1, -1)))
                .contains("expected a memory of at most 4, found a larger one");
        assertThat(CoreSubtyping.difference(memory(0, -1), new CoreExternType.Global(CoreValueType.I32, true)))
                .contains("expected a core memory, found a mutable core global of I32");
    }

    private static CoreExternType memory(long minimum, long maximum) {
        OptionalLong most = maximum < 0 ? OptionalLong.empty() : OptionalLong.of(maximum);
        return new CoreExternType.Memory(new CoreLimits(minimum, most), false, false);
    }

    @Test
    void letsCoreModulesExportMoreAndImportLess() {
        CoreExternType item = new CoreExternType.Function(new CoreFunctionType(List.of(), List.of()));
        CoreModuleType.Import imported = new CoreModuleType.Import("m", "i", item);
        CoreModuleType.Export exported = new CoreModuleType.Export("x", item);
        CoreModuleType asked = new CoreModuleType(List.of(imported), List.of());
        CoreModuleType better = new CoreModuleType(List.of(), List.of(exported));

        assertThat(CoreSubtyping.difference(asked, better)).isEmpty();
        assertThat(CoreSubtyping.difference(better, asked)).contains("expected no import 'm' 'i', found one");
        assertThat(CoreSubtyping.difference(better, new CoreModuleType(List.of(), List.of())))
                .contains("expected an export 'x', found none");
    }

    private Optional<String> difference(ExternType expected, ExternType found, ResourceType... open) {
        return new Subtyping(context, List.of(open)).difference(expected, found);
    }

    private static ExternType value(WitType type) {
        return new ExternType.Value(type);
    }

    private static ExternType function(WitType... parameters) {
        List<FunctionType.Parameter> list = List.of(parameters).stream()
                .map(type -> new FunctionType.Parameter("p", type))
                .toList();
        return new ExternType.Function(new FunctionType(list, Optional.empty(), false));
    }
}

package dev.nacre.engine.validate;

import static dev.nacre.engine.binary.ComponentBytes.SORT_COMPONENT;
import static dev.nacre.engine.binary.ComponentBytes.SORT_FUNCTION;
import static dev.nacre.engine.binary.ComponentBytes.SORT_TYPE;
import static dev.nacre.engine.binary.ComponentBytes.aliasCoreExport;
import static dev.nacre.engine.binary.ComponentBytes.aliasOuter;
import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.componentType;
import static dev.nacre.engine.binary.ComponentBytes.coreInstantiate;
import static dev.nacre.engine.binary.ComponentBytes.coreModule;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.leb;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.nested;
import static dev.nacre.engine.binary.ComponentBytes.section;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static dev.nacre.engine.binary.ComponentBytes.vector;
import static dev.nacre.engine.validate.Validation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.binary.CoreModuleBytes;
import dev.nacre.engine.binary.Sort;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Core modules, core instances and core types inside components. */
class CoreItemsTest {
    private static final int FUNCTION = 0;
    private static final int TABLE = 1;
    private static final int MEMORY = 2;
    private static final int CORE_TYPE = 0x10;
    private static final int CORE_MODULE = 0x11;
    private static final byte[] PREAMBLE = bytes(0, 'a', 's', 'm', 1, 0, 0, 0);
    private static final byte[] GIVING = coreModule(CoreModuleBytes.exporting(0, 1));

    /** A module that imports {@code m}.{@code f} of a type. */
    private static byte[] wanting(int... type) {
        return coreModule(join(
                PREAMBLE,
                section(1, bytes(1, 0x60, 0, 1, 0x7f)),
                section(2, bytes(1), name("m"), name("f"), bytes(type))));
    }

    private static byte[] with(String name, int instance) {
        return join(name(name), bytes(0x12, instance));
    }

    private static byte[] coreBundle(byte[]... items) {
        return section(2, bytes(1, 1), vector(items));
    }

    private static byte[] item(String name, int sort, int index) {
        return join(name(name), bytes(sort, index));
    }

    private static byte[] coreType(byte[]... parts) {
        return section(3, bytes(1), join(parts));
    }

    private static byte[] moduleType(byte[]... declarations) {
        return coreType(bytes(0x50), vector(declarations));
    }

    @Test
    void linksModulesByTheNamesOfTheirImports() {
        TypedComponent component = Validation.of(
                component(GIVING, wanting(FUNCTION, 0), coreInstantiate(0), coreInstantiate(1, with("m", 0))));

        assertThat(component.definitions().get(3))
                .isEqualTo(new Definition.CoreInstantiate(1, List.of(new Definition.CoreArgument("m", 0))));
    }

    @Test
    void refusesArgumentsThatDoNotFit() {
        byte[] modules = join(GIVING, wanting(FUNCTION, 0), wanting(MEMORY, 0, 1), coreInstantiate(0));

        rejects(component(modules, coreInstantiate(1)), "expected an argument 'm' for a core module, found none");
        rejects(component(modules, coreInstantiate(1, with("n", 0))), "expected an argument 'm'");
        rejects(component(modules, coreInstantiate(1, with("m", 0), with("m", 0))), "expected the argument 'm' once");
        rejects(component(modules, coreInstantiate(1, with("m", 7))), "core instance below 1, found 7");
        rejects(component(modules, coreInstantiate(2, with("m", 0))), "expected a core memory, found a core function");
        rejects(
                component(modules, coreBundle(), coreInstantiate(1, with("m", 1))),
                "expected an export 'f' of argument 'm', found none");
        rejects(
                component(
                        coreModule(CoreModuleBytes.exporting(1, 1)),
                        wanting(FUNCTION, 0),
                        coreInstantiate(0),
                        coreInstantiate(1, with("m", 0))),
                "expected a core function [] -> [I32], found a core function [I32] -> [I32]");
    }

    @Test
    void bundlesOnlyWhatCoreModulesCanImport() {
        byte[] exports = join(GIVING, coreInstantiate(0), aliasCoreExport(FUNCTION, 0, "f"));

        Validation.of(component(exports, coreBundle(item("a", FUNCTION, 0), item("b", FUNCTION, 0))));
        rejects(component(exports, coreBundle(item("a", FUNCTION, 0), item("a", FUNCTION, 0))), "export 'a' once");
        rejects(component(exports, coreBundle(item("a", CORE_MODULE, 0))), "found a core module");
        rejects(component(exports, coreBundle(item("a", 0x12, 0))), "found a core instance");
        rejects(component(exports, coreBundle(item("a", MEMORY, 0))), "core memory below 0");
    }

    @Test
    void refusesAliasesOfCoreExportsThatAreNotThere() {
        byte[] made = join(GIVING, coreInstantiate(0));

        rejects(component(made, aliasCoreExport(FUNCTION, 0, "x")), "to export 'x', found no such export");
        rejects(component(made, aliasCoreExport(TABLE, 0, "f")), "as a core table, found a core function");
        rejects(component(made, aliasCoreExport(FUNCTION, 1, "f")), "core instance below 1, found 1");
    }

    @Test
    void liftsModulesAndTypesOutOfEnclosingComponents() {
        TypedComponent component = Validation.of(component(
                GIVING,
                coreType(bytes(0x60, 0, 0)),
                nested(section(6, bytes(1, 0, CORE_MODULE, 2, 1, 0)), coreInstantiate(0)),
                nested(section(6, bytes(1, 0, CORE_TYPE, 2, 1, 0))),
                nested(aliasOuter(SORT_COMPONENT, 1, 0))));

        assertThat(component.definitions()).hasSize(5);
        rejects(component(nested(aliasOuter(SORT_COMPONENT, 1, 0))), "index of a component below 0");
    }

    @Test
    void letsTypesAliasOnlyTypes() {
        byte[] made = join(GIVING, coreInstantiate(0), section(5, bytes(1, 1, 0)));

        rejects(component(made, type(instanceType(bytes(2, 0, FUNCTION, 1, 0, 1, 'f')))), "found a core alias");
        rejects(
                component(made, type(componentType(bytes(2, SORT_FUNCTION, 0, 0, 1, 'f')))),
                "expected an alias in a type to name an instance or a type");
        rejects(
                component(made, type(instanceType(bytes(2, 0, CORE_MODULE, 2, 1, 0)))),
                "expected an outer alias of a sort that allows it here, found a core module");
        rejects(
                component(made, type(instanceType(bytes(2, SORT_TYPE, 2, 2, 0)))),
                "expected an outer alias to count at most the enclosing scopes, found 2");
    }

    @Test
    void startsEveryModuleTypeWithoutTypes() {
        byte[] importing = join(bytes(0), name("m"), name("f"), bytes(FUNCTION, 0));

        Validation.of(component(coreType(bytes(0x60, 0, 0)), moduleType(bytes(2, CORE_TYPE, 1, 1, 0), importing)));
        rejects(component(coreType(bytes(0x60, 0, 0)), moduleType(importing)), "index of a core type below 0");
    }

    @Test
    void tellsOpenFunctionTypesFromFinalOnes() {
        byte[] function = join(bytes(3), name("f"), bytes(FUNCTION, 0));
        byte[] sealed = moduleType(bytes(1, 0x60, 0, 1, 0x7f), function);
        byte[] last = moduleType(bytes(1, 0x4f, 0, 0x60, 0, 1, 0x7f), function);
        byte[] open = moduleType(bytes(1, 0, 0x50, 0, 0x60, 0, 1, 0x7f), function);

        Validation.of(component(open));
        Validation.of(component(GIVING, sealed, exportModule()));
        Validation.of(component(GIVING, last, exportModule()));
        rejects(
                component(GIVING, open, exportModule()),
                "expected a core function open [] -> [I32], found a core function [] -> [I32]");
    }

    /** Exports module 0 as what core type 0 says. */
    private static byte[] exportModule() {
        return section(11, bytes(1, 0), name("m"), bytes(0, CORE_MODULE, 0, 1, 0, CORE_MODULE, 0));
    }

    @Test
    void refusesModuleTypesThatCannotBe() {
        byte[] exporting = join(bytes(3), name("e"), bytes(MEMORY, 0, 1));
        byte[] importing = join(bytes(0), name("m"), name("f"), bytes(MEMORY, 0, 1));

        rejects(component(moduleType(bytes(1, 0x50, 0))), "in a module type, found a module type");
        rejects(component(moduleType(), moduleType(bytes(2, CORE_TYPE, 1, 1, 0))), "found a module type");
        rejects(component(moduleType(exporting, exporting)), "expected the core export 'e' once");
        rejects(component(moduleType(importing, importing)), "expected the core import 'm' 'f' once");
        rejects(component(moduleType(join(bytes(3), name("e"), bytes(MEMORY, 1, 3, 2)))), "expected limits in order");
        rejects(
                component(moduleType(join(bytes(3), name("e"), bytes(MEMORY, 0), leb(65_537)))),
                "expected limits in order and up to 65536");
        rejects(
                component(moduleType(bytes(1, 0x60, 0, 1, 0x7f), join(bytes(3), name("e"), bytes(4, 0, 0)))),
                "expected a tag type without results");
    }

    @Test
    void keepsTheSpacesOfSortsApart() {
        TypedComponent component = Validation.of(component(
                GIVING, coreInstantiate(0), aliasCoreExport(FUNCTION, 0, "f"), aliasCoreExport(MEMORY, 0, "mem")));

        assertThat(component.definitions())
                .extracting(Definition::sort)
                .containsExactly(Sort.CORE_MODULE, Sort.CORE_INSTANCE, Sort.CORE_FUNCTION, Sort.CORE_MEMORY);
    }
}

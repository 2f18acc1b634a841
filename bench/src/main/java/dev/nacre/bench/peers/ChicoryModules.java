package dev.nacre.bench.peers;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportTable;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.MemoryImport;
import com.dylibso.chicory.wasm.types.TableImport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The core modules of a component, compiled by Chicory and instantiated by it, as an engineer would who has only that: no
 * component around them, no limits. Functions are imported from stubs that do nothing; a memory and a table, from the module
 * that exports one of that name. Immutable.
 */
public final class ChicoryModules {
    private final List<Compiled> modules;

    private ChicoryModules(List<Compiled> modules) {
        this.modules = List.copyOf(modules);
    }

    /** A module, ready to be instantiated again and again; the stubs are made once. */
    private record Compiled(
            WasmModule module,
            Function<Instance, Machine> machine,
            List<ImportFunction> stubs,
            List<MemoryImport> memories,
            List<TableImport> tables) {}

    /**
     * Parses and compiles.
     *
     * @param modules their bytes, in an order in which no module needs memories or tables of later ones
     */
    public static ChicoryModules compile(List<byte[]> modules) {
        return new ChicoryModules(
                modules.stream().map(bytes -> compile(Parser.parse(bytes))).toList());
    }

    private static Compiled compile(WasmModule module) {
        List<ImportFunction> stubs = new ArrayList<>();
        List<MemoryImport> memories = new ArrayList<>();
        List<TableImport> tables = new ArrayList<>();
        module.importSection().stream().forEach(declared -> {
            if (declared instanceof FunctionImport function) {
                stubs.add(stub(module, function));
            } else if (declared instanceof MemoryImport memory) {
                memories.add(memory);
            } else if (declared instanceof TableImport table) {
                tables.add(table);
            }
        });
        return new Compiled(module, MachineFactoryCompiler.compile(module), stubs, memories, tables);
    }

    private static ImportFunction stub(WasmModule module, FunctionImport function) {
        return new HostFunction(
                function.module(),
                function.name(),
                module.typeSection().getType(function.typeIndex()),
                (instance, arguments) -> new long[1]);
    }

    /** Makes an instance of each module. */
    public List<Instance> instantiate() {
        List<Instance> instances = new ArrayList<>(modules.size());
        for (Compiled compiled : modules) {
            instances.add(Instance.builder(compiled.module())
                    .withMachineFactory(compiled.machine())
                    .withImportValues(imports(compiled, instances))
                    .withStart(false)
                    .build());
        }
        return instances;
    }

    private static ImportValues imports(Compiled compiled, List<Instance> earlier) {
        ImportValues.Builder imports = ImportValues.builder().withFunctions(compiled.stubs());
        for (MemoryImport memory : compiled.memories()) {
            Instance owner = owner(memory.name(), earlier);
            imports.addMemory(new ImportMemory(
                    memory.module(), memory.name(), owner.exports().memory(memory.name())));
        }
        for (TableImport table : compiled.tables()) {
            Instance owner = owner(table.name(), earlier);
            imports.addTable(new ImportTable(
                    table.module(), table.name(), owner.exports().table(table.name())));
        }
        return imports.build();
    }

    private static Instance owner(String export, List<Instance> earlier) {
        return earlier.stream()
                .filter(instance -> exports(instance, export))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no earlier module exports '" + export + "'"));
    }

    private static boolean exports(Instance instance, String name) {
        for (int i = 0; i < instance.module().exportSection().exportCount(); i++) {
            if (instance.module().exportSection().getExport(i).name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}

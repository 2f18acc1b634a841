package dev.nacre.engine.runtime;

import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.ActiveElement;
import com.dylibso.chicory.wasm.types.Element;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.Global;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.OpCode;
import com.dylibso.chicory.wasm.types.PassiveElement;
import com.dylibso.chicory.wasm.types.TagType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.runtime.ModuleLayout.DataSegment;
import dev.nacre.engine.runtime.ModuleLayout.ElementSegment;
import dev.nacre.engine.runtime.ModuleLayout.GlobalDefinition;
import dev.nacre.engine.runtime.ModuleLayout.TableDefinition;
import dev.nacre.engine.runtime.ModuleLayout.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes what instances need out of a module that Chicory has parsed, so that the rest of it can go. */
final class LayoutReader {
    private final WasmModule module;
    private final CoreModule facts;

    private LayoutReader(WasmModule module, CoreModule facts) {
        this.module = module;
        this.facts = facts;
    }

    static ModuleLayout read(WasmModule module, CoreModule facts) {
        return new LayoutReader(module, facts).read();
    }

    private ModuleLayout read() {
        return new ModuleLayout(
                types(),
                tables(),
                facts.ownMemories(),
                Arrays.stream(module.globalSection().globals())
                        .map(LayoutReader::global)
                        .toList(),
                tags(),
                Arrays.stream(module.elementSection().elements())
                        .map(LayoutReader::elements)
                        .toList(),
                Arrays.stream(module.dataSection().dataSegments())
                        .map(LayoutReader::data)
                        .toList(),
                facts.start());
    }

    private List<Optional<CoreFunctionType>> types() {
        return Arrays.stream(module.typeSection().types())
                .map(type -> Optional.ofNullable(type).map(LayoutReader::functionType))
                .toList();
    }

    private List<TableDefinition> tables() {
        return IntStream.range(0, facts.ownTables().size())
                .mapToObj(i -> new TableDefinition(
                        facts.ownTables().get(i),
                        expression(module.tableSection().getTable(i).initialize())))
                .toList();
    }

    private List<CoreFunctionType> tags() {
        return module.tagSection().stream()
                .flatMap(section -> Stream.of(section.types()))
                .map(TagType::typeIdx)
                .map(index -> functionType(module.typeSection().getType(index)))
                .toList();
    }

    private static GlobalDefinition global(Global global) {
        boolean mutable = global.mutabilityType() == MutabilityType.Var;
        return new GlobalDefinition(
                new CoreExternType.Global(valueType(global.valueType()), mutable),
                expression(global.initInstructions()));
    }

    private static ElementSegment elements(Element element) {
        List<ConstantExpression> items =
                element.initializers().stream().map(LayoutReader::expression).toList();
        Optional<Target> target = element instanceof ActiveElement active
                ? Optional.of(new Target(active.tableIndex(), expression(active.offset())))
                : Optional.empty();
        return new ElementSegment(items, target, element instanceof PassiveElement);
    }

    private static DataSegment data(com.dylibso.chicory.wasm.types.DataSegment segment) {
        Optional<Target> target = segment instanceof ActiveDataSegment active
                ? Optional.of(new Target((int) active.index(), expression(active.offsetInstructions())))
                : Optional.empty();
        return new DataSegment(segment.data(), target);
    }

    private static ConstantExpression expression(List<Instruction> instructions) {
        List<ConstantExpression.Step> steps = new ArrayList<>();
        for (Instruction instruction : instructions) {
            if (instruction.opcode() != OpCode.END) {
                steps.add(step(instruction));
            }
        }
        return new ConstantExpression(steps);
    }

    private static ConstantExpression.Step step(Instruction instruction) {
        return switch (instruction.opcode()) {
            case I32_CONST, I64_CONST, F32_CONST, F64_CONST -> new ConstantExpression.Value(instruction.operand(0));
            case REF_NULL -> new ConstantExpression.Value(CoreTable.NULL);
            case REF_FUNC -> new ConstantExpression.Function((int) instruction.operand(0));
            case GLOBAL_GET -> new ConstantExpression.Global((int) instruction.operand(0));
            case I32_ADD -> ConstantExpression.Arithmetic.I32_ADD;
            case I32_SUB -> ConstantExpression.Arithmetic.I32_SUB;
            case I32_MUL -> ConstantExpression.Arithmetic.I32_MUL;
            case I64_ADD -> ConstantExpression.Arithmetic.I64_ADD;
            case I64_SUB -> ConstantExpression.Arithmetic.I64_SUB;
            case I64_MUL -> ConstantExpression.Arithmetic.I64_MUL;
            default -> throw unsupported("a constant expression with " + instruction.opcode());
        };
    }

    private static CoreFunctionType functionType(FunctionType type) {
        return new CoreFunctionType(valueTypes(type.params()), valueTypes(type.returns()));
    }

    private static List<CoreValueType> valueTypes(List<ValType> types) {
        return types.stream().map(LayoutReader::valueType).toList();
    }

    private static CoreValueType valueType(ValType type) {
        if (type.equals(ValType.I32)) {
            return CoreValueType.I32;
        }
        if (type.equals(ValType.I64)) {
            return CoreValueType.I64;
        }
        if (type.equals(ValType.F32)) {
            return CoreValueType.F32;
        }
        if (type.equals(ValType.F64)) {
            return CoreValueType.F64;
        }
        return referenceType(type);
    }

    private static CoreValueType referenceType(ValType type) {
        if (type.equals(ValType.FuncRef)) {
            return CoreValueType.FUNCREF;
        }
        if (type.equals(ValType.ExternRef)) {
            return CoreValueType.EXTERNREF;
        }
        if (type.equals(ValType.ExnRef)) {
            return CoreValueType.EXNREF;
        }
        throw unsupported("type " + type);
    }

    private static EngineException unsupported(String what) {
        return new EngineException(
                ErrorCode.UNSUPPORTED_FEATURE,
                "a core module has " + what + ", which this engine does not run; build it for WebAssembly 2.0");
    }
}

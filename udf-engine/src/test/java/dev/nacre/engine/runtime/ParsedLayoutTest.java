package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.ActiveElement;
import com.dylibso.chicory.wasm.types.Instruction;
import com.dylibso.chicory.wasm.types.OpCode;
import com.dylibso.chicory.wasm.types.PassiveElement;
import dev.nacre.engine.Limits;
import dev.nacre.engine.binary.ComponentReader;
import dev.nacre.engine.binary.ComponentSource;
import dev.nacre.engine.binary.Declaration;
import dev.nacre.engine.core.ConstantExpression;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.core.CoreModuleReader;
import dev.nacre.engine.core.ModuleLayout;
import dev.nacre.testkit.Guests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the screening takes out of a module for its instances is what Chicory's parser finds there, instruction by instruction. */
class ParsedLayoutTest {
    private static final HexFormat HEX = HexFormat.of();

    private static void eachModule(ComponentSource source, byte[] bytes, BiConsumer<WasmModule, CoreModule> check) {
        source.definitions().forEach(located -> {
            if (located.declaration() instanceof Declaration.CoreModule module) {
                CoreModule facts =
                        CoreModuleReader.read(bytes, module.offset(), module.length(), Limits.specification());
                check.accept(
                        Parser.parse(ImportNames.acceptable(bytes, module.offset(), module.length(), facts)), facts);
            } else if (located.declaration() instanceof Declaration.Component nested) {
                eachModule(nested.component(), bytes, check);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"telemetry-rust", "telemetry-as", "patterns-rust", "shapes-cpp", "telemetry-go", "liar"})
    void isWhatTheParserFinds(String guest) {
        byte[] bytes = Guests.bytes(guest);

        eachModule(ComponentReader.read(bytes, Limits.specification()), bytes, (parsed, facts) -> {
            ModuleLayout layout = facts.layout();
            assertThat(data(layout)).isEqualTo(data(parsed));
            assertThat(elements(layout)).isEqualTo(elements(parsed));
            assertThat(globals(layout)).isEqualTo(globals(parsed));
            assertThat(layout.types()).hasSize(parsed.typeSection().typeCount());
            assertThat(layout.tables()).hasSize(parsed.tableSection().tableCount());
        });
    }

    private static List<String> data(WasmModule parsed) {
        return Arrays.stream(parsed.dataSection().dataSegments())
                .map(segment -> segment instanceof ActiveDataSegment active
                        ? active.index() + text(active.offsetInstructions()) + HEX.formatHex(active.data())
                        : HEX.formatHex(segment.data()))
                .toList();
    }

    /** The guests here have no passive segments. */
    private static List<String> data(ModuleLayout layout) {
        assertThat(layout.data().passive()).isEmpty();
        List<String> found = new ArrayList<>();
        for (ModuleLayout.ActiveData data : layout.data().active()) {
            if (data instanceof ModuleLayout.FixedData fixed) {
                int start = 0;
                for (int i = 0; i < fixed.ends().length; i++) {
                    found.add(fixed.memory() + "[I32_CONST " + fixed.offsets()[i] + "]"
                            + HEX.formatHex(fixed.bytes(), start, fixed.ends()[i]));
                    start = fixed.ends()[i];
                }
            } else if (data instanceof ModuleLayout.ComputedData computed) {
                found.add(computed.memory() + text(computed.offset(), "I32") + HEX.formatHex(computed.bytes()));
            }
        }
        return found;
    }

    private static List<String> elements(WasmModule parsed) {
        return Arrays.stream(parsed.elementSection().elements())
                .map(element ->
                        (element instanceof ActiveElement active ? active.tableIndex() + text(active.offset()) : "")
                                + element.initializers().stream()
                                        .map(ParsedLayoutTest::text)
                                        .toList()
                                + (element instanceof PassiveElement))
                .toList();
    }

    private static List<String> elements(ModuleLayout layout) {
        return layout.elements().stream()
                .map(segment -> segment.target()
                                .map(target -> target.index() + text(target.offset(), "I32"))
                                .orElse("")
                        + IntStream.range(0, segment.items().count())
                                .mapToObj(i -> item(segment.items(), i))
                                .toList()
                        + segment.kept())
                .toList();
    }

    private static String item(ModuleLayout.ElementItems items, int index) {
        return items instanceof ModuleLayout.Functions functions
                ? "[REF_FUNC " + functions.indices()[index] + "]"
                : text(((ModuleLayout.Expressions) items).items().get(index), "");
    }

    private static List<String> globals(WasmModule parsed) {
        return Arrays.stream(parsed.globalSection().globals())
                .map(global -> global.mutabilityType() + text(global.initInstructions()))
                .toList();
    }

    private static List<String> globals(ModuleLayout layout) {
        return layout.globals().stream()
                .map(global -> (global.type().mutable() ? "Var" : "Const")
                        + text(global.start(), global.type().type().name()))
                .toList();
    }

    private static String text(List<Instruction> instructions) {
        return instructions.stream()
                .filter(instruction -> instruction.opcode() != OpCode.END)
                .map(instruction ->
                        instruction.opcode() + (instruction.operandCount() > 0 ? " " + instruction.operand(0) : ""))
                .toList()
                .toString();
    }

    private static String text(ConstantExpression expression, String number) {
        return expression.steps().stream()
                .map(step -> {
                    if (step instanceof ConstantExpression.Value constant) {
                        return number + "_CONST " + constant.value();
                    }
                    if (step instanceof ConstantExpression.Function function) {
                        return "REF_FUNC " + function.index();
                    }
                    return step instanceof ConstantExpression.Global global
                            ? "GLOBAL_GET " + global.index()
                            : step.toString();
                })
                .toList()
                .toString();
    }
}

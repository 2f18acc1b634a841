package dev.nacre.engine.abi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.testing.Expression;
import dev.nacre.engine.testing.Values;
import dev.nacre.engine.testing.VectorTypes;
import dev.nacre.engine.testing.VectorValues;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agrees with the specification's executable reference; the README beside the vectors says how they were made. */
class VectorsTest {
    private Workbench guest = new Workbench();

    @BeforeEach
    void forget() {
        guest = new Workbench();
    }

    @Test
    void laysOutAndFlattensTypes() {
        for (List<Expression> vector : Expression.vectors("layouts.txt")) {
            Layout layout = Workbench.codec(VectorTypes.type(vector.get(0))).layout();

            assertThat(layout)
                    .as("%s", vector.get(0))
                    .isEqualTo(new Layout(number(vector.get(1)), number(vector.get(2)), core(vector.get(3))));
        }
    }

    @Test
    void countsTheCoreParametersAndResultsOfFunctions() {
        for (List<Expression> vector : Expression.vectors("functions.txt")) {
            FunctionType type = VectorTypes.function(vector.get(0), vector.get(1));
            CallPlan plan = new SignaturePlans().plan("function 'f'", type, StringEncoding.UTF8);

            assertThat(plan.coreParameters())
                    .as("parameters of %s", vector)
                    .isEqualTo(core(vector.get(2)).size());
            assertThat(plan.coreResults())
                    .as("results of %s", vector)
                    .isEqualTo(core(vector.get(3)).size());
        }
    }

    @Test
    void storesAndLoadsValues() {
        for (List<Expression> vector : Expression.vectors("values.txt")) {
            forget();
            WitType type = VectorTypes.type(vector.get(1));
            Object value = VectorValues.value(type, vector.get(2));
            Codec codec = new CodecFactory(encoding(vector.get(0))).codec(type);
            int pointer = guest.allocate(codec.layout());

            codec.store(guest.context(), value, pointer);

            assertThat(guest.allocated()).as("bytes of %s", vector).isEqualTo(VectorValues.bytes(vector.get(3)));
            assertThat(Values.comparable(codec.load(guest.context(), pointer)))
                    .as("value of %s", vector)
                    .isEqualTo(Values.comparable(value));
        }
    }

    @Test
    void asksForMemoryAndWritesStringsOfOtherGuestsAsPrescribed() {
        for (List<Expression> vector : Expression.vectors("transcodings.txt")) {
            forget();
            TextEncoding from = encoding(vector.get(0)).text();
            int units = Integer.parseUnsignedInt(vector.get(1).word());
            byte[] source = sourceBytes(from.form(units), VectorValues.string(vector.get(2)));

            long range = encoding(vector.get(3))
                    .text()
                    .store(guest.context(), from.form(units), source, 0, from.units(units));

            assertThat(String.join(",", guest.asked()))
                    .as("calls of realloc for %s", vector)
                    .isEqualTo(vector.get(4).word());
            assertThat(range)
                    .as("pointer and length for %s", vector)
                    .isEqualTo(Range.of(
                            number(vector.get(5)),
                            Integer.parseUnsignedInt(vector.get(6).word())));
            assertThat(guest.allocated()).as("bytes of %s", vector).isEqualTo(VectorValues.bytes(vector.get(7)));
        }
    }

    private static byte[] sourceBytes(TextForm form, String text) {
        Workbench other = new Workbench();
        StringEncoding encoding = form == TextForm.UTF8
                ? StringEncoding.UTF8
                : form == TextForm.LATIN1 ? StringEncoding.LATIN1_UTF16 : StringEncoding.UTF16;
        encoding.text().store(other.context(), text);
        return other.allocated();
    }

    private static StringEncoding encoding(Expression name) {
        return StringEncoding.valueOf(name.word().toUpperCase(Locale.ROOT).replace("+", "_"));
    }

    private static int number(Expression word) {
        return Integer.parseInt(word.word());
    }

    private static List<CoreValueType> core(Expression names) {
        return names.word().equals("-")
                ? List.of()
                : Stream.of(names.word().split(","))
                        .map(name -> CoreValueType.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
    }
}

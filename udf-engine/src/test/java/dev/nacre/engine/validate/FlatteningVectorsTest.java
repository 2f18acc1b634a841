package dev.nacre.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.testing.Expression;
import dev.nacre.engine.testing.VectorTypes;
import dev.nacre.engine.wit.FunctionType;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The core types of lifted and lowered functions are those of the specification's executable reference. */
class FlatteningVectorsTest {
    private static final CanonOptions OPTIONS = new CanonOptions(
            StringEncoding.UTF8,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            false,
            OptionalInt.empty());

    @Test
    void flattensFunctions() {
        for (List<Expression> vector : Expression.vectors("functions.txt")) {
            FunctionType type = VectorTypes.function(vector.get(0), vector.get(1));
            Flattening flattening = new Flattening(context().types());

            assertThat(flattening.lift(type, OPTIONS)).as("lifted %s", vector).isEqualTo(core(vector, 2));
            assertThat(flattening.lower(type, false)).as("lowered %s", vector).isEqualTo(core(vector, 4));
        }
    }

    private static ValidationContext context() {
        return new ValidationContext(Limits.specification(), (offset, length) -> {
            throw new AssertionError("no core modules");
        });
    }

    private static CoreFunctionType core(List<Expression> vector, int column) {
        return new CoreFunctionType(types(vector.get(column)), types(vector.get(column + 1)));
    }

    private static List<CoreValueType> types(Expression names) {
        return names.word().equals("-")
                ? List.of()
                : Stream.of(names.word().split(","))
                        .map(name -> CoreValueType.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
    }
}

package dev.nacre.calcite.run;

import dev.nacre.calcite.algebra.H2Type;
import dev.nacre.calcite.algebra.RowsCall;
import dev.nacre.h2.ArgumentValues;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** The arguments of a table function, which have no columns of a row. */
final class Arguments {
    private static final Value[] NO_ROW = {};

    private final ArgumentValues values;
    private final Evaluator[] evaluators;
    private final boolean[] ofType;

    Arguments(Run run, RowsCall call, Evaluators evaluators) {
        List<RexNode> arguments = call.arguments();
        this.values = ArgumentValues.of(call.function(), call.parameterTypes(), run.provider());
        this.evaluators = evaluators.all(arguments);
        this.ofType = new boolean[arguments.size()];
        for (int index = 0; index < ofType.length; index++) {
            ofType[index] =
                    values.takesAll(index, H2Type.info(arguments.get(index).getType()));
        }
    }

    /** Returns the arguments as of now. */
    @Nullable
    Object[] values() {
        @Nullable Object[] read = new Object[evaluators.length];
        for (int index = 0; index < read.length; index++) {
            read[index] = values.read(index, evaluators[index].evaluate(NO_ROW), ofType[index]);
        }
        return read;
    }
}

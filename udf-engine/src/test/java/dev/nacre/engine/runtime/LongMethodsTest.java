package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Functions so long that their jumps do not fit into 16 bits, as Go's compiler makes them: one loop around all of a function,
 * with jumps from everywhere to its start and out of it. Some are so long only after the pass over the classes.
 */
class LongMethodsTest {
    @ParameterizedTest
    @ValueSource(ints = {300, 600, 700, 800, 900, 1_000, 1_100, 1_200})
    void jumpAsTheyShould(int states) {
        ModuleBuilder module = new ModuleBuilder();
        module.exported("run", Guest.TWO_INTS_TO_INT, machine(states));
        CoreInstance instance = Guest.start(module);

        assertThat(Guest.callInt(instance, "run", 0, -1)).as("all states").isEqualTo(states);
        assertThat(Guest.callInt(instance, "run", states - 2, -1))
                .as("the last states")
                .isEqualTo(states);
        assertThat(Guest.callInt(instance, "run", 0, 1))
                .as("out of the first states")
                .isEqualTo(1);
    }

    /** Counts from the first argument up, a state in each turn of the loop, until the second or the last state. */
    private static Code machine(int states) {
        Code code = new Code().block().loop();
        for (int state = 0; state < states; state++) {
            code.get(1).i32(state).op(Op.I32_EQ);
            code.get(0).i32(state).op(Op.I32_EQ);
            code.op(Op.I32_AND).branchIf(1);
            code.block().get(0).i32(state).op(Op.I32_NE).branchIf(0);
            code.i32(state + 1).set(0).branch(1).end();
        }
        return code.end().end().get(0);
    }
}

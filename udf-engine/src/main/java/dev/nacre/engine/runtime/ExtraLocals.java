package dev.nacre.engine.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * The local variables that the class pass adds to a guest function: right behind the parameters, so that stack map frames stay
 * as compact as they were. All others move up.
 *
 * @param parameterSlots how many slots the parameters take
 * @param countsTurns whether there is one for turns of loops
 * @param keepsDepth whether there is one for the depth of calls outside the function
 */
record ExtraLocals(int parameterSlots, boolean countsTurns, boolean keepsDepth) {
    int turnSlot() {
        return parameterSlots;
    }

    int depthSlot() {
        return parameterSlots + (countsTurns ? 1 : 0);
    }

    /** Returns where a variable of the function is now. */
    int moved(int slot) {
        return slot < parameterSlots ? slot : slot + count();
    }

    /** Returns a frame's locals with the added ones. A frame without parameters is that of dead code, which nobody enters. */
    @Nullable
    Object[] inFrame(@Nullable Object[] locals) {
        int behindParameters = behindParameters(locals);
        if (count() == 0 || behindParameters < 0) {
            return locals;
        }
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(locals));
        for (int i = 0; i < count(); i++) {
            all.add(behindParameters, Opcodes.INTEGER);
        }
        return all.toArray();
    }

    private int behindParameters(@Nullable Object[] locals) {
        int slots = 0;
        for (int i = 0; i < locals.length; i++) {
            if (slots == parameterSlots) {
                return i;
            }
            boolean wide = Opcodes.LONG.equals(locals[i]) || Opcodes.DOUBLE.equals(locals[i]);
            slots += wide ? 2 : 1;
        }
        return slots == parameterSlots ? locals.length : -1;
    }

    private int count() {
        return (countsTurns ? 1 : 0) + (keepsDepth ? 1 : 0);
    }
}

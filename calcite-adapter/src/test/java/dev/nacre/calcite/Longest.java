package dev.nacre.calcite;

import org.h2.api.AggregateFunction;
import org.jspecify.annotations.Nullable;

/** An aggregate as users of H2 write them: the length of the longest name. */
public final class Longest implements AggregateFunction {
    private int longest;

    @Override
    public int getType(int[] inputTypes) {
        return java.sql.Types.INTEGER;
    }

    @Override
    public void add(@Nullable Object value) {
        longest = value == null ? longest : Math.max(longest, value.toString().length());
    }

    @Override
    public Object getResult() {
        return longest;
    }
}

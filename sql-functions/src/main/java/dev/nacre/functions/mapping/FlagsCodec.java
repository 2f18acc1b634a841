package dev.nacre.functions.mapping;

import dev.nacre.functions.FunctionErrorCode;
import dev.nacre.functions.FunctionException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flags as an array of the names that are set, in the order of the type; order and repetition of an argument do not
 * matter.
 */
record FlagsCodec(List<String> names) implements ValueCodec {
    @Override
    public @Nullable Object toGuest(@Nullable Object value) {
        List<?> given = (List<?>) Objects.requireNonNull(value);
        for (Object name : given) {
            if (!names.contains(name)) {
                throw new FunctionException(
                        FunctionErrorCode.BAD_VALUE, "flags: expected names of " + names + ", found '" + name + "'");
            }
        }
        Set<String> set = new LinkedHashSet<>(names);
        set.retainAll(given);
        return set;
    }

    @Override
    public @Nullable Object toSql(@Nullable Object value) {
        Set<?> set = (Set<?>) Objects.requireNonNull(value);
        return names.stream().filter(set::contains).toList();
    }
}

package dev.nacre.h2;

import java.util.List;
import org.h2.value.TypeInfo;

/**
 * What H2 says about a statement before running it.
 *
 * @param columns the result's columns; none when the statement gives no rows
 * @param parameterTypes in order, {@link TypeInfo#TYPE_UNKNOWN} where the value decides
 */
public record H2Description(List<H2Column> columns, List<TypeInfo> parameterTypes) {
    public H2Description {
        columns = List.copyOf(columns);
        parameterTypes = List.copyOf(parameterTypes);
    }
}

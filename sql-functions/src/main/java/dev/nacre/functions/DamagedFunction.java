package dev.nacre.functions;

import static java.util.Objects.requireNonNull;

import dev.nacre.functions.grants.Grantees;
import java.util.List;
import java.util.Optional;

/**
 * A stored definition that is not to be trusted: it is neither called nor described, only replaced or dropped.
 *
 * @param parameterTypes empty where they are damaged, too
 * @param component the name of the component that it says it uses; empty for none
 * @param reason what is wrong, and what to do
 * @param grantees who might call it
 * @param version its number among the definitions of the catalog
 */
public record DamagedFunction(
        FunctionName name,
        Optional<List<SqlType>> parameterTypes,
        String component,
        String reason,
        Grantees grantees,
        long version) {
    public DamagedFunction {
        requireNonNull(name, "name is null");
        parameterTypes = parameterTypes.map(List::copyOf);
    }
}

package dev.nacre.h2.catalog;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.grants.HostGrant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One right that is given or taken back.
 *
 * @param isGiven whether it is given
 * @param component what it is given to; empty for a right on a function
 * @param function the version of the function that it is a right on; empty for one of a component
 * @param capability as the catalog holds it
 * @param grantee who may call the function; empty for a right of a component
 * @param grantor who says so
 */
public record GrantChange(
        boolean isGiven,
        Optional<String> component,
        OptionalLong function,
        String capability,
        Optional<String> grantee,
        String grantor) {
    /** Returns the change of what a component has of the host. */
    public static GrantChange ofHost(boolean isGiven, String component, HostGrant grant, String grantor) {
        return new GrantChange(
                isGiven, Optional.of(component), OptionalLong.empty(), grant.sql(), Optional.empty(), grantor);
    }

    /** Returns the change of who may call a function. */
    public static GrantChange ofExecute(boolean isGiven, FunctionDefinition function, String grantee, String grantor) {
        return new GrantChange(
                isGiven,
                Optional.empty(),
                OptionalLong.of(function.version()),
                GrantRows.EXECUTE,
                Optional.of(grantee),
                grantor);
    }
}

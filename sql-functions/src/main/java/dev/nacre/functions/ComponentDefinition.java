package dev.nacre.functions;

import dev.nacre.functions.grants.HostGrant;
import java.util.List;

/**
 * A component that has a name: what CREATE COMPONENT made.
 *
 * @param name as the catalog holds it; components have no schema
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param options what its WITH clause says; they hold for all its functions
 * @param comment empty for none
 * @param owner the database user who created it
 * @param grants what it was granted of the host
 * @param version the catalog's version that made it or replaced it
 */
public record ComponentDefinition(
        String name,
        String sha256,
        DefinitionOptions options,
        String comment,
        String owner,
        List<HostGrant> grants,
        long version) {
    public ComponentDefinition {
        grants = List.copyOf(grants);
    }

    /** Returns the same definition as another version. */
    public ComponentDefinition withVersion(long newVersion) {
        return new ComponentDefinition(name, sha256, options, comment, owner, grants, newVersion);
    }
}

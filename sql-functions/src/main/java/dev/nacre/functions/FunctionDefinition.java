package dev.nacre.functions;

import dev.nacre.functions.grants.Grantees;
import dev.nacre.functions.grants.HostGrant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a function: what CREATE FUNCTION made. Replacing a function, or its component, makes another definition with a
 * higher version; a running query keeps the one it started with.
 *
 * @param component the component of that name, with its options; empty for the one that CREATE FUNCTION itself brought
 * @param sha256 of the component's bytes, lower-case hexadecimal
 * @param export the name in the component, as {@link dev.nacre.engine.Component#function} takes it
 * @param deterministic whether equal arguments give equal results, so that calls may be folded or merged
 * @param nullHandling what a NULL argument does
 * @param nullOnError whether the guest's own error gives NULL instead of an exception
 * @param options what the function's own WITH clause says
 * @param comment empty for none
 * @param owner the database user who created it
 * @param grantees who may call it beside the owner and administrators
 * @param version its number among the definitions of the catalog; higher than that of the one it replaces
 */
public record FunctionDefinition(
        FunctionName name,
        FunctionKind kind,
        FunctionSignature signature,
        Optional<ComponentDefinition> component,
        String sha256,
        String export,
        boolean deterministic,
        NullHandling nullHandling,
        boolean nullOnError,
        DefinitionOptions options,
        String comment,
        String owner,
        Grantees grantees,
        long version) {
    /** Makes the definition of a function that brings its component, has no options and may be called by everybody. */
    public FunctionDefinition(
            FunctionName name,
            FunctionKind kind,
            FunctionSignature signature,
            String sha256,
            String export,
            boolean deterministic,
            NullHandling nullHandling,
            boolean nullOnError,
            String comment,
            String owner,
            long version) {
        this(
                name,
                kind,
                signature,
                Optional.empty(),
                sha256,
                export,
                deterministic,
                nullHandling,
                nullOnError,
                DefinitionOptions.NONE,
                comment,
                owner,
                Grantees.EVERYBODY,
                version);
    }

    /** Returns the same definition as another version. */
    public FunctionDefinition withVersion(long newVersion) {
        return with(component, sha256, grantees, newVersion);
    }

    /** Returns the same definition for others to call. */
    public FunctionDefinition withGrantees(Grantees others) {
        return with(component, sha256, others, version);
    }

    /** Returns the same definition over a component with a name, or over what it became. */
    public FunctionDefinition withComponent(ComponentDefinition named) {
        return with(Optional.of(named), named.sha256(), grantees, version);
    }

    private FunctionDefinition with(
            Optional<ComponentDefinition> newComponent, String newSha256, Grantees newGrantees, long newVersion) {
        return new FunctionDefinition(
                name,
                kind,
                signature,
                newComponent,
                newSha256,
                export,
                deterministic,
                nullHandling,
                nullOnError,
                options,
                comment,
                owner,
                newGrantees,
                newVersion);
    }

    /** Returns whether its code is in the component of a name. */
    public boolean uses(String componentName) {
        return component.filter(named -> named.name().equals(componentName)).isPresent();
    }

    /** Returns what its component was granted of the host; none for a component without a name. */
    public List<HostGrant> hostGrants() {
        return component.map(ComponentDefinition::grants).orElse(List.of());
    }
}

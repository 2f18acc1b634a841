package dev.nacre.functions;

/**
 * One version of a function: what CREATE FUNCTION made. Replacing a function makes another definition with a higher
 * version; a running query keeps the one it started with.
 *
 * @param export the name in the component, as {@link dev.nacre.engine.Component#function} takes it
 * @param sha256 of the component's bytes, lower-case hexadecimal
 * @param deterministic whether equal arguments give equal results, so that calls may be folded or merged
 * @param nullHandling what a NULL argument does
 * @param nullOnError whether the guest's own error gives NULL instead of an exception
 * @param comment empty for none
 * @param owner the database user who created it
 * @param version the catalog's version that made it; unique for every definition
 */
public record FunctionDefinition(
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
    /** Returns the same definition as another version. */
    public FunctionDefinition withVersion(long newVersion) {
        return new FunctionDefinition(
                name,
                kind,
                signature,
                sha256,
                export,
                deterministic,
                nullHandling,
                nullOnError,
                comment,
                owner,
                newVersion);
    }
}

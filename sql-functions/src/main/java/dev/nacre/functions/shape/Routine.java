package dev.nacre.functions.shape;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;

/**
 * What a definition says of a function as far as its export has to fit.
 *
 * @param subject begins the messages, for example {@code function 'PUBLIC.MASK'}
 * @param export the name of a function or of a resource
 * @param nullOnError whether the guest's own error gives NULL instead of an exception
 */
public record Routine(
        String subject,
        FunctionKind kind,
        FunctionSignature signature,
        String export,
        NullHandling nulls,
        boolean nullOnError) {
    /** Takes it from a definition. */
    public static Routine of(String subject, FunctionDefinition function) {
        return new Routine(
                subject,
                function.kind(),
                function.signature(),
                function.export(),
                function.nullHandling(),
                function.nullOnError());
    }
}

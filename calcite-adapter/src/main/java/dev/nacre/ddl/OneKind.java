package dev.nacre.ddl;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import java.util.List;
import java.util.Optional;

/** A name stands for functions of one kind, so that a call means the same wherever it stands; overloads differ in types alone. */
final class OneKind {
    private OneKind() {}

    /** Returns a function of another kind among those of the name. */
    static Optional<FunctionDefinition> other(List<FunctionDefinition> overloads, FunctionKind kind) {
        return overloads.stream()
                .filter(function -> !words(function.kind()).equals(words(kind)))
                .findFirst();
    }

    /**
     * Checks a function that is to be made.
     *
     * @throws SqlLayerException with 42723, naming the function of another kind and how to drop it
     */
    static void require(FunctionDefinition function, List<FunctionDefinition> overloads) {
        other(overloads, function.kind()).ifPresent(existing -> {
            throw new SqlLayerException(
                    SqlLayerErrorCode.FUNCTION_EXISTS,
                    "function '" + function.name() + "': expected a name that is free for " + words(function.kind())
                            + ", found " + found(existing) + "; take another name, or " + drop(existing) + " first");
        });
    }

    /** Returns a function of another kind as messages have it. */
    static String found(FunctionDefinition existing) {
        return words(existing.kind()) + ", '" + existing.name() + Overloads.typeList(existing.signature()) + "'";
    }

    /** Returns the statement that drops a function, with its name alone. */
    static String drop(FunctionDefinition function) {
        return "DROP " + CreateText.kind(function).words() + " " + function.name();
    }

    /** Scalar functions are one kind, however their guests are called. */
    static String words(FunctionKind kind) {
        return switch (kind) {
            case SCALAR, VECTORIZED -> "a scalar function";
            case TABLE -> "a table function";
            case AGGREGATE -> "an aggregate";
            case PROCEDURE -> "a procedure";
        };
    }
}

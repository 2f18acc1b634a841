package dev.nacre.sql.ddl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is what stands after LANGUAGE in a CREATE FUNCTION.
 *
 * @param code which component the code is in
 * @param export the name of the export, or null for the component's only one
 * @param determinism what the statement promises about equal calls
 * @param nullCall what becomes of a call with a NULL argument
 * @param errorAction what becomes of an error that the guest returns
 * @param options the settings of the WITH clause, empty without one
 * @param comment the comment, or null
 */
public record FunctionClauses(
        CodeReference code,
        @Nullable TextLiteral export,
        Determinism determinism,
        NullCall nullCall,
        ErrorAction errorAction,
        List<OptionSetting> options,
        @Nullable TextLiteral comment) {

    /** Copies the list of options. */
    public FunctionClauses {
        options = List.copyOf(options);
    }

    /** Promises about equal calls. */
    public enum Determinism {
        /** Nothing was written. */
        UNSPECIFIED(""),
        /** Equal calls give equal results. */
        DETERMINISTIC("DETERMINISTIC"),
        /** No promise. */
        NOT_DETERMINISTIC("NOT DETERMINISTIC");

        private final String words;

        Determinism(String words) {
            this.words = words;
        }
    }

    /** What becomes of a call with a NULL argument. */
    public enum NullCall {
        /** Nothing was written: the types of the export decide. */
        UNSPECIFIED(""),
        /** The result is NULL, without a call. */
        RETURNS_NULL("RETURNS NULL ON NULL INPUT"),
        /** The function is called. */
        CALLED("CALLED ON NULL INPUT");

        private final String words;

        NullCall(String words) {
            this.words = words;
        }
    }

    /** What becomes of an error that the guest returns. */
    public enum ErrorAction {
        /** Nothing was written. */
        UNSPECIFIED(""),
        /** The statement fails. */
        FAIL("ON ERROR FAIL"),
        /** The result is NULL. */
        NULL("ON ERROR NULL");

        private final String words;

        ErrorAction(String words) {
            this.words = words;
        }
    }

    void print(StatementText text) {
        text.add(code).addIfPresent("EXPORT", export);
        text.addIf(determinism != Determinism.UNSPECIFIED, determinism.words);
        text.addIf(nullCall != NullCall.UNSPECIFIED, nullCall.words);
        text.addIf(errorAction != ErrorAction.UNSPECIFIED, errorAction.words);
        text.addOptions(options).addIfPresent("COMMENT", comment);
    }
}

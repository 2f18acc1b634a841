package dev.nacre.functions;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.EngineException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one exception that leaves this module. */
public final class FunctionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How the engine ends what it says of a bound that it can only name. */
    private static final Pattern SETTING = Pattern.compile("\\(setting (\\w+)\\)$");

    private final int number;
    private final String sqlState;

    public FunctionException(FunctionErrorCode code, String message) {
        super(requireNonNull(message, "message is null"));
        this.number = code.number();
        this.sqlState = code.sqlState();
    }

    private FunctionException(String message, FunctionException cause) {
        super(message, cause.getCause());
        this.number = cause.number;
        this.sqlState = cause.sqlState;
    }

    private FunctionException(String message, EngineException cause) {
        super(message, cause);
        this.number = cause.code().number();
        this.sqlState = FunctionErrorCode.sqlState(cause.code());
    }

    /**
     * Turns an engine's exception into SQL's terms.
     *
     * @param subject what failed, for example {@code function 'PUBLIC.MASK'}
     */
    public static FunctionException of(String subject, EngineException cause) {
        return new FunctionException(subject + ": " + cause.getMessage() + advice(cause), cause);
    }

    /** Says in SQL's words how to raise a cap on structure or on compilations, which the engine can only name. */
    private static String advice(EngineException cause) {
        Matcher named = SETTING.matcher(String.valueOf(cause.getMessage()));
        if (!named.find()) {
            return "";
        }
        String key = named.group(1);
        return switch (cause.code()) {
            case CAP_EXCEEDED ->
                "; use a smaller component, or allow more by SET NACRE." + key.toUpperCase(Locale.ROOT)
                        + ", whose maximum is the JVM's -Dnacre.max." + key;
            case COMPILE_TIMEOUT -> ", which only whoever starts the JVM sets, with -Dnacre.max." + key;
            default -> "";
        };
    }

    /**
     * Returns the same failure with more to say at its end.
     *
     * @param more for example {@code "; drop the function first"}
     */
    public FunctionException with(String more) {
        return new FunctionException(getMessage() + more, this);
    }

    /**
     * Returns the same failure with its place named first.
     *
     * @param place for example {@code function 'PUBLIC.MASK': parameter 1 'PAYLOAD'}
     */
    public FunctionException at(String place) {
        return new FunctionException(place + ": " + getMessage(), this);
    }

    /** Returns the stable number: that of {@link FunctionErrorCode} or of the engine's code. */
    public int number() {
        return number;
    }

    /** Returns the SQLSTATE. */
    public String sqlState() {
        return sqlState;
    }
}

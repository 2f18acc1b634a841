package dev.nacre.engine.runtime;

import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.InvalidException;
import com.dylibso.chicory.wasm.MalformedException;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.core.CoreModule;
import dev.nacre.engine.sandbox.Failures;
import java.util.Locale;
import java.util.stream.Stream;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/** Turns what the parser and the compiler refuse into our exception; what else there is means what {@link Failures} say. */
final class CompileFailure {
    private final CoreModule facts;
    private final boolean valid;

    /** @param valid whether the module was found valid before something failed */
    CompileFailure(CoreModule facts, boolean valid) {
        this.facts = facts;
        this.valid = valid;
    }

    EngineException translate(Throwable failure) {
        if (failure instanceof EngineException ours) {
            return ours;
        }
        return Stream.iterate(failure, thrown -> thrown != null, Throwable::getCause)
                .filter(MethodTooLargeException.class::isInstance)
                .findFirst()
                .map(thrown -> tooLarge((MethodTooLargeException) thrown))
                .orElseGet(() -> other(failure));
    }

    private EngineException tooLarge(MethodTooLargeException failure) {
        if (!failure.getMethodName().startsWith(GuestNames.FUNCTION)) {
            return capped("has too many functions or types for one JVM method", failure);
        }
        return new EngineException(
                ErrorCode.FUNCTION_TOO_LARGE,
                new FunctionLabel(facts, failure.getMethodName()) + " needs " + failure.getCodeSize()
                        + " bytes of JVM code, at most 65,535 fit into a method; split the function, or build the guest"
                        + " with less inlining",
                failure);
    }

    private EngineException other(Throwable failure) {
        if (failure instanceof InvalidException) {
            return new EngineException(ErrorCode.INVALID, words(failure), failure);
        }
        if (failure instanceof MalformedException) {
            return new EngineException(ErrorCode.MALFORMED, words(failure), failure);
        }
        if (failure instanceof Error) {
            return Failures.whileReading("compiling", failure);
        }
        if (failure instanceof ClassTooLargeException) {
            return capped("has too much in one JVM class", failure);
        }
        // the compiler knows valid modules that it cannot take, such as one with a try_table that is never reached
        return valid || failure instanceof ChicoryException
                ? new EngineException(ErrorCode.UNSUPPORTED_FEATURE, words(failure), failure)
                : new EngineException(ErrorCode.MALFORMED, words(failure), failure);
    }

    private static EngineException capped(String what, Throwable failure) {
        return new EngineException(ErrorCode.CAP_EXCEEDED, "a core module " + what, failure);
    }

    private static String words(Throwable failure) {
        String kind =
                failure.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT);
        return "a core module cannot be compiled: " + kind + ": " + failure.getMessage();
    }
}

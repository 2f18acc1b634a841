package dev.nacre.engine.runtime;

import java.util.Arrays;
import java.util.Optional;

/** Finds out from a stack trace in which guest function something went wrong. */
final class GuestPlace {
    private GuestPlace() {}

    /**
     * Returns {@code , in core function 17 'name'}, or nothing for an exception that did not come out of guest code.
     *
     * @param module whose functions have names here; a function of another module is given by its index
     */
    static String of(Throwable thrown, CompiledModule module) {
        Optional<StackTraceElement> innermost = Arrays.stream(thrown.getStackTrace())
                .filter(GuestPlace::isGuestFunction)
                .findFirst();
        return innermost.map(frame -> ", in core " + label(frame, module)).orElse("");
    }

    private static boolean isGuestFunction(StackTraceElement frame) {
        return frame.getClassName().startsWith(GuestNames.groupPrefix())
                && frame.getMethodName().startsWith(GuestNames.FUNCTION);
    }

    private static FunctionLabel label(StackTraceElement frame, CompiledModule module) {
        int index = FunctionLabel.indexOf(frame.getMethodName());
        boolean own = module.loaderName().equals(frame.getClassLoaderName());
        return own ? new FunctionLabel(index, module.functionNames()) : new FunctionLabel(index, "");
    }
}

package dev.nacre.engine.runtime;

import java.time.Duration;
import java.util.function.Function;

/**
 * What {@link CompileThreads} are to do.
 *
 * @param owner for whom: one owner does not get all threads
 * @param timeout what the work may take
 * @param used how much of that earlier work has taken
 * @param work checks the deadline that it is given
 */
public record CompileWork<T>(Object owner, Duration timeout, Duration used, Function<CompileDeadline, T> work) {
    /** Work that nothing went before. */
    public CompileWork(Object owner, Duration timeout, Function<CompileDeadline, T> work) {
        this(owner, timeout, Duration.ZERO, work);
    }

    /** Returns the same work, of whose time some is used. */
    public CompileWork<T> after(Duration before) {
        return new CompileWork<>(owner, timeout, before, work);
    }

    /** Returns when the work has to be done if it begins now. */
    CompileDeadline deadline() {
        return CompileDeadline.within(timeout, used);
    }
}

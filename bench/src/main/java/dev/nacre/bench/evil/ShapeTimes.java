package dev.nacre.bench.evil;

/**
 * How soon a shape of runaway was stopped, again and again.
 *
 * @param shape names it
 * @param stop what ends it: a deadline, another thread, or that it is refused
 * @param verdict {@link Verdict#STOPPED} when each run ended as it should
 * @param reason why the verdict is another; empty when it is not
 * @param timesToStop from when the defence was due to when control was back
 * @param beside how long a query of another connection took meanwhile
 */
public record ShapeTimes(
        String shape, String stop, Verdict verdict, String reason, Percentiles timesToStop, Percentiles beside) {}

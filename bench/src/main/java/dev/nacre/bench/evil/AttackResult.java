package dev.nacre.bench.evil;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the watching process saw of an attack.
 *
 * @param attack what was done
 * @param verdict how it ended
 * @param reason why the verdict is not {@link Verdict#STOPPED}; empty when it is
 * @param strikes those that ended, in order
 * @param peakBytes the most memory that the attacked process had meanwhile, where that is known
 */
public record AttackResult(
        Attack attack, Verdict verdict, String reason, List<StrikeResult> strikes, OptionalLong peakBytes) {
    public AttackResult {
        strikes = List.copyOf(strikes);
    }

    /** Returns the time that the slowest strike took to stop; nothing when none ended. */
    public Optional<Duration> timeToStop() {
        return strikes.stream().map(StrikeResult::timeToStop).max(Comparator.naturalOrder());
    }

    /** Returns whether the attack came to nothing. */
    public boolean isStopped() {
        return verdict == Verdict.STOPPED;
    }
}

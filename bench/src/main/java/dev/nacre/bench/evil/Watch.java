package dev.nacre.bench.evil;

import dev.nacre.bench.evil.ChildProcess.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Follows one order from outside, until the process is done with it, dead, or killed because it does not end. */
final class Watch {
    /** The most resident memory that an attack may bring a process with a heap of 256 MiB to. */
    static final long MOST_BYTES = 640L << 20;

    private static final Duration SILENCE_GUARD = Duration.ofMinutes(1);

    private final ChildProcess child;
    private final List<StrikeResult> strikes = new ArrayList<>();
    private final List<Long> beside = new ArrayList<>();
    private Duration guard = SILENCE_GUARD;
    private String text = "";
    private long dueNanos;
    private String objection = "";

    private Watch(ChildProcess child) {
        this.child = child;
    }

    /**
     * What was seen.
     *
     * @param beside how long queries of another connection took meanwhile, in nanoseconds
     */
    record Report(
            Verdict verdict, String reason, List<StrikeResult> strikes, List<Long> beside, OptionalLong peakBytes) {}

    static Report over(ChildProcess child, Line order) {
        PeakMemory.reset(child.id());
        child.order(order);
        return new Watch(child).report();
    }

    private Report report() {
        while (true) {
            Optional<Said> said = child.next(guard);
            if (said.isEmpty()) {
                return ended(Verdict.HUNG, "'" + text + "' did not end within " + guard.toMillis() + " ms");
            }
            Optional<Line> line = said.get().line();
            if (line.isEmpty()) {
                return ended(Verdict.CRASHED, "'" + text + "': " + child.lastWords());
            }
            if (line.get().word() == Line.Word.DONE) {
                return done(line.get());
            }
            take(line.get(), said.get().nanos());
        }
    }

    private Report ended(Verdict verdict, String reason) {
        return new Report(verdict, reason, strikes, beside, OptionalLong.empty());
    }

    private void take(Line line, long nanos) {
        switch (line.word()) {
            case BEGIN -> {
                dueNanos = nanos + Duration.ofMillis(line.number(0)).toNanos();
                guard = Duration.ofMillis(line.number(1));
                text = line.field(2);
            }
            case OVER -> {
                guard = SILENCE_GUARD;
                over(line, Duration.ofNanos(Math.max(0, nanos - dueNanos)));
            }
            case BESIDE -> beside.add(line.number(0));
            default -> throw new IllegalStateException("expected a report, found " + line.word());
        }
    }

    private void over(Line line, Duration timeToStop) {
        strikes.add(new StrikeResult(text, line.field(0), line.field(1), timeToStop));
        if (objection.isEmpty() && !line.field(1).isEmpty()) {
            objection = "'" + text + "': " + line.field(1);
        }
    }

    private Report done(Line line) {
        OptionalLong measured = PeakMemory.of(child.id());
        OptionalLong peak = measured.isPresent() ? measured : OptionalLong.of(line.number(1));
        if (objection.isEmpty()) {
            objection = line.field(0);
        }
        if (objection.isEmpty() && peak.getAsLong() > MOST_BYTES) {
            objection = "expected at most " + (MOST_BYTES >> 20) + " MiB of memory, found " + (peak.getAsLong() >> 20);
        }
        Verdict verdict = objection.isEmpty() ? Verdict.STOPPED : Verdict.ESCAPED;
        return new Report(verdict, objection, strikes, beside, peak);
    }
}

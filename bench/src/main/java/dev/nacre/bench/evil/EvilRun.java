package dev.nacre.bench.evil;

import dev.nacre.bench.BenchmarkException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Runs attacks in another process, one after the other, and goes on in a new one when an attack ended it. For one thread.
 *
 * <p>Needs the class path of this process, from which the other is started, and a folder for temporary files.
 */
public final class EvilRun implements AutoCloseable {
    private final Battlefield battlefield;
    private final Where where;
    private Optional<ChildProcess> server = Optional.empty();
    private Optional<ChildProcess> child = Optional.empty();

    private EvilRun(Battlefield battlefield, Where where) {
        this.battlefield = battlefield;
        this.where = where;
    }

    /** Makes one with databases in memory; the process is started with the first attack. */
    public static EvilRun open() throws IOException {
        return open(Where.MEMORY);
    }

    /** Makes one with databases somewhere; the processes are started with the first attack, and end with the run. */
    public static EvilRun open(Where where) throws IOException {
        return new EvilRun(Battlefield.make(), where);
    }

    Where where() {
        return where;
    }

    /**
     * Runs an attack.
     *
     * @throws BenchmarkException when there is no process to be attacked
     */
    public AttackResult run(Attack attack) {
        Watch.Report report = watch(Line.of(Line.Word.ATTACK, attack.id()));
        int first = Math.min(attack.setUp().size(), report.strikes().size());
        return new AttackResult(
                attack,
                report.verdict(),
                report.reason(),
                report.strikes().subList(first, report.strikes().size()),
                report.peakBytes());
    }

    /**
     * Offers somebody's component to the database, and calls what it exports.
     *
     * @param name for the result
     */
    public AttackResult run(String name, byte[] component) {
        Watch.Report report = watch(Line.of(Line.Word.GUEST, HexFormat.of().formatHex(component)));
        return new AttackResult(
                GuestTrial.attack(name), report.verdict(), report.reason(), report.strikes(), report.peakBytes());
    }

    /** Runs a shape so often, and returns how long it took to stop and what a bystander saw. */
    Watch.Report measure(Shape shape, int runs, boolean isCancelled) {
        return watch(Line.of(Line.Word.MEASURE, shape.id(), runs, isCancelled));
    }

    /** Has a loop in Java look at the clock so often, and returns how late that is noticed here. */
    Watch.Report baseline(int runs) {
        return watch(Line.of(Line.Word.BASELINE, runs));
    }

    private Watch.Report watch(Line order) {
        Watch.Report report = Watch.over(living(), order);
        if (report.verdict() != Verdict.STOPPED) {
            bury(); // whatever got loose there is not to be blamed on the next one
        }
        return report;
    }

    private ChildProcess living() {
        if (child.isEmpty()) {
            try {
                battlefield.furnish();
                if (where == Where.SERVER) {
                    server = Optional.of(ChildProcess.startServer(battlefield.folder()));
                }
                child = Optional.of(ChildProcess.start(battlefield.folder(), server));
            } catch (IOException failure) {
                bury();
                throw new BenchmarkException(String.valueOf(failure.getMessage()), failure);
            }
        }
        return child.get();
    }

    private void bury() {
        child.ifPresent(ChildProcess::close);
        child = Optional.empty();
        server.ifPresent(ChildProcess::close);
        server = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        bury();
        battlefield.close();
    }
}

package dev.nacre.bench;

import dev.nacre.bench.peers.JavaFunctions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One workload, run by all contenders in turns, so that what the machine does beside falls on all of them. */
final class Race {
    private final Workload workload;
    private final BenchmarkOptions options;
    private final List<Contender> contenders;
    private final List<List<Sample>> samples = new ArrayList<>();

    Race(Workload workload, BenchmarkOptions options, List<Contender> contenders) {
        this.workload = workload;
        this.options = options;
        this.contenders = contenders;
        contenders.forEach(contender -> samples.add(new ArrayList<>()));
    }

    /** Returns the measurements in the order of the contenders. */
    List<Measurement> run() throws SQLException {
        List<PreparedStatement> statements = new ArrayList<>();
        try {
            for (Contender contender : contenders) {
                statements.add(contender.prepare(workload));
            }
            for (int round = -options.warmups(); round < options.runs(); round++) {
                runRound(statements, round >= 0);
            }
        } finally {
            for (PreparedStatement statement : statements) {
                statement.close();
            }
        }
        return samples.stream()
                .map(found -> new Measurement(options.rows(), found))
                .toList();
    }

    private void runRound(List<PreparedStatement> statements, boolean counted) throws SQLException {
        double expected = Double.NaN;
        for (int index = 0; index < statements.size(); index++) {
            System.gc();
            JavaFunctions.startQuery();
            Sample start = Sample.now();
            double result = run(statements.get(index));
            Sample used = Sample.now().since(start);
            if (counted) {
                samples.get(index).add(used);
            }
            expected = index == 0 ? result : expected;
            requireEqual(expected, result, contenders.get(index));
        }
    }

    private double run(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return workload.drain(rows);
        }
    }

    private void requireEqual(double expected, double found, Contender contender) {
        if (expected != found) {
            throw new BenchmarkException(workload.title() + ": expected " + expected + " as from "
                    + contenders.get(0).title() + ", found " + found + " from " + contender.title());
        }
    }
}

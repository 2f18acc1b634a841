package dev.nacre.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures every workload with every contender, in one process and on the same data. */
public final class QueryBenchmark {
    /** H2 would give the second and later runs the rows of the first. */
    private static final String DATABASE = "h2:mem:nacre_bench;OPTIMIZE_REUSE_RESULTS=0";

    private final BenchmarkOptions options;
    private final PrintStream progress;

    /**
     * @param progress gets a line for each workload
     */
    public QueryBenchmark(BenchmarkOptions options, PrintStream progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Runs it; takes minutes with the standard options.
     *
     * @throws SQLException when a contender fails
     * @throws BenchmarkException when contenders disagree, or there is not enough memory
     */
    public BenchmarkReport run() throws SQLException {
        List<Contender> contenders = Contenders.open(DATABASE);
        try {
            return run(contenders);
        } finally {
            for (Contender contender : contenders) {
                contender.close();
            }
        }
    }

    private BenchmarkReport run(List<Contender> contenders) throws SQLException {
        Connection administration = contenders.get(contenders.size() - 1).connection();
        List<BenchmarkReport.Line> lines = new ArrayList<>();
        for (Data data : Data.values()) {
            requireMemory(data);
            data.create(administration, options.rows());
            for (Workload workload : Workload.all()) {
                if (workload.table() == data) {
                    progress.println("measuring " + workload.title());
                    lines.add(
                            new BenchmarkReport.Line(workload.title(), new Race(workload, options, contenders).run()));
                }
            }
            data.drop(administration);
        }
        return new BenchmarkReport(
                options, contenders.stream().map(Contender::title).toList(), lines);
    }

    private void requireMemory(Data data) {
        long needed = data.memoryBytes(options.rows());
        long most = Runtime.getRuntime().maxMemory();
        if (needed > most) {
            throw new BenchmarkException("expected a heap of at least " + (needed >> 20) + " MiB for " + options.rows()
                    + " rows, found " + (most >> 20) + " MiB; set -Xmx in JDK_JAVA_OPTIONS or measure fewer rows");
        }
    }
}

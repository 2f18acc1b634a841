package dev.nacre.cli;

import dev.nacre.bench.BenchmarkException;
import dev.nacre.bench.Environment;
import dev.nacre.bench.evil.Attack;
import dev.nacre.bench.evil.AttackResult;
import dev.nacre.bench.evil.Attacks;
import dev.nacre.bench.evil.EvilRun;
import dev.nacre.bench.evil.ShapeTimes;
import dev.nacre.bench.evil.StopMeasurement;
import dev.nacre.bench.evil.Verdict;
import dev.nacre.bench.evil.Where;
import dev.nacre.cli.evil.EvilJson;
import dev.nacre.cli.evil.EvilTable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Attacks the database, in a process of its own. */
@Command(
        name = "evil",
        mixinStandardHelpOptions = true,
        description = {
            "Attack a database with hostile components and hostile SQL, in another process that",
            "this one watches, and print how each attack ended. With files: offer these",
            "components instead, and call what they export. Exit code 1 when something was not",
            "stopped."
        })
final class EvilCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "GUEST.wasm", arity = "0..*", description = "A component that is offered and called.")
    private List<String> guests = List.of();

    @Option(
            names = "--measure",
            description = "Measure instead how soon runaways are stopped; ten minutes, a report in Markdown.")
    private boolean isMeasuring;

    @Option(
            names = "--tcp",
            description = "With --measure: the database is in one more process, behind a server of H2.")
    private boolean isRemote;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "" + StopMeasurement.STANDARD_RUNS,
            description = "How often --measure runs each shape; default: ${DEFAULT-VALUE}.")
    private int runs = StopMeasurement.STANDARD_RUNS;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Only attacks with this in their names, a regular expression: 'wasi|file'.")
    private String only = "";

    @Option(names = "--json", paramLabel = "FILE", description = "Write everything to this file as JSON.")
    private @Nullable Path json;

    @Mixin
    private ReportFile report = new ReportFile();

    EvilCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        report.requireFolder();
        if (isRemote && !isMeasuring) {
            throw CommandException.usage("--tcp: expected --measure beside it, found none");
        }
        List<Attack> attacks = guests.isEmpty() ? chosen() : List.of();
        List<Path> files = guests.stream().map(InputFile::path).toList();
        try (EvilRun run = EvilRun.open(isRemote ? Where.SERVER : Where.MEMORY)) {
            return isMeasuring ? measure(run) : attack(run, attacks, files);
        } catch (BenchmarkException failure) {
            throw CommandException.failure("evil: " + failure.getMessage());
        }
    }

    private List<Attack> chosen() {
        try {
            Pattern pattern = Pattern.compile(only);
            List<Attack> attacks = Attacks.all().stream()
                    .filter(attack -> pattern.matcher(attack.id()).find())
                    .toList();
            if (attacks.isEmpty()) {
                throw CommandException.usage("--only: expected a part of an attack's name, found '" + only + "'");
            }
            return attacks;
        } catch (PatternSyntaxException unusable) {
            throw CommandException.usage("--only: '" + only + "' is no regular expression");
        }
    }

    private int attack(EvilRun run, List<Attack> attacks, List<Path> files) throws IOException {
        EvilTable table = new EvilTable(terminal.output());
        List<AttackResult> results = new ArrayList<>();
        for (Attack attack : attacks) {
            results.add(table.add(run.run(attack)));
        }
        for (Path file : files) {
            results.add(table.addGuest(run.run(file.toString(), Files.readAllBytes(file))));
        }
        table.end(results);
        write(results, List.of());
        return results.stream().allMatch(AttackResult::isStopped) ? ExitCode.OK : ExitCode.FAILURE;
    }

    private int measure(EvilRun run) throws IOException {
        StopMeasurement measurement = measurement();
        List<ShapeTimes> times = measurement.run(run, terminal.errors());
        report.write(measurement.markdown(Environment.here()), terminal);
        write(List.of(), times);
        return times.stream().allMatch(each -> each.verdict() == Verdict.STOPPED) ? ExitCode.OK : ExitCode.FAILURE;
    }

    private StopMeasurement measurement() {
        try {
            return new StopMeasurement(runs);
        } catch (IllegalArgumentException refused) {
            throw CommandException.usage("--" + refused.getMessage());
        }
    }

    private void write(List<AttackResult> results, List<ShapeTimes> times) {
        if (json == null) {
            return;
        }
        try (Writer writer = Files.newBufferedWriter(json)) {
            EvilJson.write(results, times, writer);
        } catch (IOException failure) {
            throw CommandException.failure("'" + json + "' cannot be written: " + failure.getMessage());
        }
    }
}

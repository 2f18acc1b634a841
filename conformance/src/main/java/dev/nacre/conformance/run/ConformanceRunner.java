package dev.nacre.conformance.run;

import dev.nacre.conformance.CommandResult;
import dev.nacre.conformance.ConformanceException;
import dev.nacre.conformance.ConformanceException.Code;
import dev.nacre.conformance.ConformanceOptions;
import dev.nacre.conformance.ConformanceReport;
import dev.nacre.conformance.FileReport;
import dev.nacre.conformance.Outcome;
import dev.nacre.conformance.script.Script;
import dev.nacre.conformance.script.ScriptFiles;
import dev.nacre.conformance.script.ScriptReader;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.host.HostInterfaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs scripts, one after the other. Whatever a script or a component does, the run goes on: the command fails, or the file.
 *
 * {@snippet :
 * ConformanceOptions options = ConformanceOptions.with(ConformanceOptions.Host.NONE);
 * ConformanceReport report = new ConformanceRunner(options).run(List.of(Path.of("scripts")), file -> {});
 * }
 */
public final class ConformanceRunner {
    private final ConformanceOptions options;

    /** Makes a runner. */
    public ConformanceRunner(ConformanceOptions options) {
        this.options = options;
    }

    /**
     * Runs scripts.
     *
     * @param paths JSON files, and folders that are searched for them
     * @param progress told of every script as it ends
     * @throws ConformanceException when a path does not exist or a folder cannot be read
     */
    public ConformanceReport run(List<Path> paths, Consumer<FileReport> progress) {
        List<Path> found = ScriptFiles.under(paths);
        List<FileReport> reports = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        Limits limits = Limits.specification()
                .with(Setting.COMPILE_TIMEOUT, options.commandTimeout().toMillis());
        try (ComponentEngine engine = ComponentEngine.create(new EngineOptions(limits, new HostInterfaces(List.of())));
                EngineThread thread = new EngineThread()) {
            for (Path file : found) {
                Optional<FileReport> report = run(file, engine, thread);
                report.ifPresent(reports::add);
                report.ifPresentOrElse(progress, () -> passedOver.add(name(file)));
            }
        }
        return new ConformanceReport(reports, passedOver);
    }

    /** Runs one script; empty when the file is none. */
    private Optional<FileReport> run(Path file, ComponentEngine engine, EngineThread thread) {
        try {
            return Optional.of(new FileReport(name(file), run(ScriptReader.read(file), engine, thread)));
        } catch (ConformanceException unusable) {
            return unusable.code() == Code.NOT_A_SCRIPT
                    ? Optional.empty()
                    : Optional.of(unreadable(file, String.valueOf(unusable.getMessage())));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError failure) {
            return Optional.of(unreadable(file, "the runner failed: " + failure));
        }
    }

    private List<CommandResult> run(Script script, ComponentEngine engine, EngineThread thread) {
        Instances instances = new Instances(engine, thread, options.commandTimeout(), script.files());
        thread.begin(options.commandTimeout());
        try (ScriptRun run = new ScriptRun(instances, new Calls(thread), host(engine, thread))) {
            List<CommandResult> results = new CommandLoop(run, thread, options.commandTimeout()).run(script.commands());
            thread.begin(options.commandTimeout());
            return results;
        }
    }

    private HostInterfaces host(ComponentEngine engine, EngineThread thread) {
        return switch (options.host()) {
            case NONE -> new HostInterfaces(List.of());
            case SPECTEST -> new Spectest().interfaces(thread.call(() -> engine.coreModule(Spectest.module())));
        };
    }

    private static FileReport unreadable(Path file, String reason) {
        return new FileReport(
                name(file), List.of(new CommandResult(0, "script", Outcome.FAILED, reason, Optional.empty())));
    }

    private static String name(Path file) {
        return file.normalize().toString().replace('\\', '/');
    }
}

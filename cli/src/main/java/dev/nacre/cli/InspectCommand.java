package dev.nacre.cli;

import dev.nacre.cli.inspect.CompilationReport;
import dev.nacre.cli.inspect.ComponentReport;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.host.HostInterfaces;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a component needs and gives. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Describe a component: its world as WIT, its imports and whether they are provided,",
            "the SQL signature of each function it exports, and what has none and why,",
            "and whether it compiles, with the functions that will be slow."
        })
final class InspectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "A WebAssembly component.")
    private String file = "";

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path path = InputFile.path(file);
        byte[] component = read(path);
        PrintStream output = terminal.output();
        try (ComponentEngine engine =
                ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()))) {
            ComponentReport.lines(file, component.length, engine.describe(component))
                    .forEach(output::println);
            CompilationReport.lines(engine, component).forEach(output::println);
            return ExitCode.OK;
        } catch (EngineException refused) {
            throw CommandException.failure("'" + file + "': " + refused.getMessage());
        }
    }

    /** Reads no more than a component may have, whatever the file is. */
    private byte[] read(Path path) throws IOException {
        long most = Limits.sandbox().get(Setting.COMPONENT_BYTES);
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes((int) most + 1);
            if (bytes.length > most) {
                throw CommandException.failure("'" + file + "': expected at most " + most + " bytes, found more");
            }
            return bytes;
        }
    }
}

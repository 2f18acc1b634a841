package dev.nacre.conformance.run;

import dev.nacre.conformance.ConformanceException;
import dev.nacre.conformance.run.Calls.Ended;
import dev.nacre.conformance.script.Action;
import dev.nacre.conformance.script.Command;
import dev.nacre.conformance.script.CommandVisitor;
import dev.nacre.conformance.script.ModuleFile;
import dev.nacre.conformance.value.ScriptValues;
import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.wit.FunctionType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Carries the commands of one script out, in order. Mutable, used by one thread. */
final class ScriptRun implements CommandVisitor<Verdict>, AutoCloseable {
    private static final Attempt<CompiledComponent> NO_DEFINITION =
            Attempt.ended(Verdict.failed("the script has no such definition before this line"));
    private static final Attempt<Running> NO_INSTANCE =
            Attempt.ended(Verdict.failed("the script has no such instance before this line"));

    private final Instances instances;
    private final Calls calls;
    private final Names names;
    private final Map<String, Attempt<CompiledComponent>> definitions = new HashMap<>();
    private Attempt<CompiledComponent> lastDefinition = NO_DEFINITION;
    private Attempt<Running> current = NO_INSTANCE;

    /**
     * @param host what components may import beside named instances
     */
    ScriptRun(Instances instances, Calls calls, HostInterfaces host) {
        this.instances = instances;
        this.calls = calls;
        this.names = new Names(host);
    }

    @Override
    public Verdict visitModule(Command.Module command) {
        return makeCurrent(command.line(), command.name(), define(command.file()));
    }

    @Override
    public Verdict visitDefinition(Command.Definition command) {
        Attempt<CompiledComponent> made = define(command.file());
        lastDefinition = made.forDependents(command.line());
        command.name().ifPresent(name -> definitions.put(name, lastDefinition));
        return made.verdict();
    }

    @Override
    public Verdict visitInstance(Command.Instance command) {
        Attempt<CompiledComponent> definition = command.definition()
                .map(name -> definitions.getOrDefault(name, NO_DEFINITION))
                .orElse(lastDefinition);
        return makeCurrent(command.line(), command.name(), definition);
    }

    private Attempt<CompiledComponent> define(ModuleFile file) {
        return instances.read(file).then(bytes -> Instances.attempt(() -> instances.compile(bytes)));
    }

    private Verdict makeCurrent(int line, Optional<String> name, Attempt<CompiledComponent> definition) {
        Attempt<Running> made = definition.then(component -> instantiate(component, line));
        replaceCurrent(made.forDependents(line));
        Attempt<Running> named = name.isEmpty() ? made : names.put(name.get(), current);
        return made.isEnded() ? made.verdict() : named.verdict();
    }

    private Attempt<Running> instantiate(CompiledComponent component, int line) {
        return names.importsOf(component)
                .then(imports -> Instances.attempt(
                        () -> new Running(component, instances.start(instances.link(component, imports)), line)));
    }

    private void replaceCurrent(Attempt<Running> next) {
        Running previous = current.value();
        if (previous != null && !names.has(previous)) {
            instances.close(previous);
        }
        current = next;
    }

    @Override
    public Verdict visitPerform(Command.Perform command) {
        return call(command.action())
                .judge(ended -> ended.thrown().map(Judge::refused).orElseGet(Verdict::passed));
    }

    @Override
    public Verdict visitAssertReturn(Command.AssertReturn command) {
        return call(command.action())
                .judge(ended -> ended.thrown().map(Judge::refused).orElseGet(() -> compare(command, ended)));
    }

    private static Verdict compare(Command.AssertReturn command, Ended ended) {
        FunctionType type = ended.type().orElseThrow();
        try {
            ScriptValues.requireResults(command.expected(), type, ended.result());
            return Verdict.passed();
        } catch (ConformanceException different) {
            return Verdict.failed(String.valueOf(different.getMessage()));
        }
    }

    @Override
    public Verdict visitAssertTrap(Command.AssertTrap command) {
        Attempt<Running> target = target(command.action());
        return target.then(running -> calls.call(running, command.action()))
                .judge(ended -> ended.thrown()
                        .map(thrown -> Judge.trapped(thrown, isTrapped(target), command.text()))
                        .orElseGet(() -> Verdict.failed("expected a trap, but the call returned")));
    }

    private static boolean isTrapped(Attempt<Running> target) {
        return target.value() != null && target.value().isTrapped();
    }

    private Attempt<Ended> call(Action action) {
        return target(action).then(running -> calls.call(running, action));
    }

    private Attempt<Running> target(Action action) {
        if (!action.type().equals(Action.INVOKE)) {
            return Attempt.ended(Verdict.skipped("unknown action '" + action.type() + "'"));
        }
        return action.instance()
                .map(name -> names.find(name).orElse(NO_INSTANCE))
                .orElse(current);
    }

    @Override
    public Verdict visitAssertRefused(Command.AssertRefused command) {
        return instances.read(command.file()).judge(bytes -> new RefusalTrial(instances, names).run(command, bytes));
    }

    @Override
    public Verdict visitUnknown(Command.Unknown command) {
        return Verdict.skipped("unknown command '" + command.type() + "'");
    }

    @Override
    public Verdict visitBroken(Command.Broken command) {
        return Verdict.failed(command.reason());
    }

    @Override
    public void close() {
        replaceCurrent(NO_INSTANCE);
        names.forEach(instances::close);
    }
}

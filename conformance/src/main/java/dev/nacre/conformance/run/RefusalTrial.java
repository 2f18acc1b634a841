package dev.nacre.conformance.run;

import dev.nacre.conformance.run.Judge.Step;
import dev.nacre.conformance.script.Command.AssertRefused;
import dev.nacre.conformance.script.Phase;
import dev.nacre.engine.CompiledComponent;
import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.host.HostInterfaces;

/** Takes a component that is to be refused as far as the phase that is to refuse it. Mutable, used once. */
final class RefusalTrial {
    private final Instances instances;
    private final Names names;
    private Step step = Step.COMPILE;

    RefusalTrial(Instances instances, Names names) {
        this.instances = instances;
        this.names = names;
    }

    Verdict run(AssertRefused command, byte[] bytes) {
        try {
            CompiledComponent component = instances.compile(bytes);
            if (command.phase() == Phase.MALFORMED || command.phase() == Phase.INVALID) {
                return Judge.accepted(command.phase());
            }
            return names.importsOf(component).judge(imports -> link(command, component, imports));
        } catch (EngineException refused) {
            return Judge.refused(refused, command.phase(), step, command.text());
        }
    }

    private Verdict link(AssertRefused command, CompiledComponent component, HostInterfaces imports) {
        step = Step.LINK;
        Component linked = instances.link(component, imports);
        if (command.phase() == Phase.UNINSTANTIABLE) {
            step = Step.START;
            ComponentInstance instance = instances.start(linked);
            instances.close(new Running(component, instance, command.line()));
        }
        return Judge.accepted(command.phase());
    }
}

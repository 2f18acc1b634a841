package dev.nacre.engine.hostile;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.GuestResource;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.Setting;
import dev.nacre.engine.host.HostInterfaces;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.testing.RandomValues;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.FutureType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.Shape;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.WitType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes as far as they go: load, instantiate, call every export with random arguments. Every end but a refusal of the
 * engine is a defect, and so is a refusal that says the engine failed.
 */
final class Exerciser implements AutoCloseable {
    /** The caps for untrusted components, with every feature that the engine runs. */
    static final Limits LIMITS =
            Limits.sandbox().withFeatures(Limits.specification().features()).with(Setting.COMPILE_TIMEOUT, 20_000);

    private static final Duration CALL_TIMEOUT = Duration.ofMillis(500);
    private static final long FUEL = 200_000;
    private static final int CALL_DEPTH = 500;

    private static final int LONGEST_MESSAGE = 4_000;

    private final ComponentEngine engine;
    private final Map<ErrorCode, Integer> refusals = new EnumMap<>(ErrorCode.class);
    private int loaded;
    private int started;
    private int returned;

    Exerciser(Limits limits) {
        this.engine = ComponentEngine.create(
                new EngineOptions(limits, HostInterfaces.standard().with(new ObligingHost())));
    }

    /** Returns what lets a guest do little. */
    static InstanceOptions options() {
        return new InstanceOptions(new Meter(CALL_TIMEOUT, Optional.of(CALL_TIMEOUT), FUEL, CALL_DEPTH), LogSink.NONE);
    }

    ComponentEngine engine() {
        return engine;
    }

    /** Takes one component as far as it goes. */
    void exercise(byte[] bytes, RandomGenerator random) {
        try {
            Component component = engine.load(bytes);
            loaded++;
            component.wit();
            try (ComponentInstance instance = component.instantiate(options())) {
                started++;
                callAll(component, instance, random);
            }
        } catch (EngineException refusal) {
            count(refusal);
        }
    }

    private void callAll(Component component, ComponentInstance instance, RandomGenerator random) {
        List<GuestResource> resources = new ArrayList<>();
        for (ExportedFunctionType exported : component.functions()) {
            if (!instance.isOpen()) {
                return;
            }
            try {
                Object result = instance.function(exported.name()).call(arguments(exported.type(), resources, random));
                returned++;
                if (result instanceof GuestResource resource) {
                    resources.add(resource);
                }
            } catch (EngineException refusal) {
                count(refusal);
            }
        }
        resources.forEach(this::drop);
    }

    private void drop(GuestResource resource) {
        try {
            resource.close();
        } catch (EngineException refusal) {
            count(refusal);
        }
    }

    private static @Nullable Object[] arguments(
            FunctionType type, List<GuestResource> resources, RandomGenerator random) {
        return type.parameters().stream()
                .map(parameter -> argument(parameter.type(), resources, random))
                .toArray();
    }

    private static @Nullable Object argument(WitType type, List<GuestResource> resources, RandomGenerator random) {
        if (isHandle(type)) {
            return resources.isEmpty() ? null : resources.get(random.nextInt(resources.size()));
        }
        return hasHandle(type) ? null : type.accept(new RandomValues(random));
    }

    private static boolean isHandle(WitType type) {
        return type instanceof OwnType || type instanceof BorrowType;
    }

    /** Returns whether random values cannot be had of a type. */
    static boolean hasHandle(WitType type) {
        return isHandle(type)
                || type instanceof StreamType
                || type instanceof FutureType
                || Shape.of(type).children().stream().anyMatch(Exerciser::hasHandle);
    }

    private void count(EngineException refusal) {
        if (refusal.code() == ErrorCode.INTERNAL) {
            throw new AssertionError("the engine failed", refusal);
        }
        if (!isPlain(refusal.getMessage())) {
            throw new AssertionError("a message that is no line of text", refusal);
        }
        refusals.merge(refusal.code(), 1, Integer::sum);
    }

    /** Guests choose names; a message must stay one line that a log or a terminal can take. */
    private static boolean isPlain(String message) {
        return !message.isBlank()
                && message.length() <= LONGEST_MESSAGE
                && message.codePoints().noneMatch(Character::isISOControl);
    }

    int loaded() {
        return loaded;
    }

    int returned() {
        return returned;
    }

    @Override
    public void close() {
        engine.close();
    }

    @Override
    public String toString() {
        return loaded + " loaded, " + started + " started, " + returned + " calls returned, refusals " + refusals;
    }
}

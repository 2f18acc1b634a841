package dev.nacre.engine.hostile;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Jazzer target: the bytes choose functions of good components and arguments for them, fitting and not. */
public final class CallFuzzer {
    /** Compiling is slow in a JVM whose classes a fuzzer is changing. */
    private static final long COMPILE_TIMEOUT = 600_000;

    private static final Exerciser EXERCISER =
            new Exerciser(Exerciser.LIMITS.with(Setting.COMPILE_TIMEOUT, COMPILE_TIMEOUT));
    private static final List<Component> COMPONENTS =
            Specimens.runnable().values().stream().map(EXERCISER.engine()::load).toList();

    private CallFuzzer() {}

    /** Tries one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedRandom random = new FuzzedRandom(input);
        Component component = COMPONENTS.get(random.nextInt(COMPONENTS.size()));
        try (ComponentInstance instance = component.instantiate(Exerciser.options())) {
            List<Object> results = new ArrayList<>();
            while (!random.isUsedUp()) {
                callOne(component, instance, results, random);
            }
        }
        if (EXERCISER.engine().liveInstances() != 0) {
            throw new AssertionError("an instance is left open");
        }
    }

    private static void callOne(
            Component component, ComponentInstance instance, List<Object> results, FuzzedRandom random) {
        ArbitraryObjects objects = new ArbitraryObjects(random);
        List<ExportedFunctionType> functions = component.functions();
        ExportedFunctionType function = functions.get(random.nextInt(functions.size()));
        boolean open = instance.isOpen();
        try {
            String name = random.nextInt(32) == 31 ? objects.text() : function.name();
            Object result = instance.function(name).call(arguments(function, results, objects, random));
            if (result != null) {
                results.add(result);
            }
        } catch (EngineException refusal) {
            check(refusal, instance, open);
        }
    }

    private static @Nullable Object[] arguments(
            ExportedFunctionType function, List<Object> results, ArbitraryObjects objects, FuzzedRandom random) {
        List<@Nullable Object> arguments = new ArrayList<>();
        function.type().parameters().forEach(parameter -> {
            boolean again = !results.isEmpty() && random.nextInt(3) == 0;
            arguments.add(again ? results.get(random.nextInt(results.size())) : objects.forType(parameter.type()));
        });
        if (random.nextInt(32) == 31) {
            arguments.add(objects.any(0));
        }
        return arguments.toArray();
    }

    /** A refusal of arguments leaves the instance as it was; whatever else goes wrong ends it. */
    private static void check(EngineException refusal, ComponentInstance instance, boolean wasOpen) {
        if (refusal.code() == ErrorCode.INTERNAL) {
            throw new AssertionError("the engine failed", refusal);
        }
        boolean ofTheCaller = refusal.code() == ErrorCode.ARGUMENT_MISMATCH
                || refusal.code() == ErrorCode.NOT_UNICODE
                || refusal.code() == ErrorCode.UNKNOWN_EXPORT;
        if (wasOpen && instance.isOpen() != ofTheCaller) {
            throw new AssertionError("open is " + instance.isOpen() + " after " + refusal.code(), refusal);
        }
    }
}

package dev.nacre.functions;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.LogSink;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
import java.util.Optional;

/** What is tried before a component is taken into a catalog. */
public final class ComponentTrial {
    private ComponentTrial() {}

    /**
     * Loads a component under the caps of whoever brings it.
     *
     * @throws EngineException as {@link ComponentEngine#load(byte[])}
     */
    public static Component load(ComponentEngine engine, byte[] bytes, EffectiveSettings settings) {
        return engine.load(bytes, settings.loadLimits());
    }

    /**
     * Starts an instance and closes it: a start function may trap or loop, better now than in the first query.
     *
     * @throws EngineException as {@link Component#instantiate}
     */
    public static void start(Component component, EffectiveSettings settings) {
        Meter meter = new Meter(
                settings.duration(SqlSetting.CALL_TIMEOUT), Optional.empty(), settings.get(SqlSetting.FUEL), (int)
                        settings.get(SqlSetting.CALL_DEPTH));
        try (SharedBudgets.UserBudget shared = SharedBudgets.ofJvm().of(ComponentTrial.class, "", settings)) {
            StatementMemory memory = new StatementMemory(shared.memory(), settings.get(SqlSetting.QUERY_MEMORY));
            InstanceOptions options = new InstanceOptions(meter, LogSink.NONE)
                    .withLimits(settings.limits())
                    .withMemory(memory.instance(settings));
            component.instantiate(options).close();
        }
    }
}

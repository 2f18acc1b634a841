package dev.nacre.engine.host;

import dev.nacre.engine.Component;
import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.ComponentInstance;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.Grants;
import dev.nacre.engine.InstanceOptions;
import dev.nacre.engine.Limits;
import dev.nacre.engine.sandbox.Meter;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.testkit.Guests;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The guest that works with files, loaded once and called as the tests want. */
final class FilesGuest implements AutoCloseable {
    private static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));
    private static final Component FILES = ENGINE.load(Guests.bytes("files-rust"));

    final BoundedLog log = BoundedLog.of(Limits.sandbox());
    private final ComponentInstance instance;

    FilesGuest(Grants grants) {
        this(grants, Meter.unlimited());
    }

    FilesGuest(Grants grants, Meter meter) {
        instance = FILES.instantiate(new InstanceOptions(meter, log).withGrants(grants));
    }

    /** Calls a function, for example {@code raw#read}. */
    @Nullable
    Object call(String function, @Nullable Object... arguments) {
        int at = function.indexOf('#');
        return instance.function("nacre:files/" + function.substring(0, at) + "@0.1.0" + function.substring(at))
                .call(arguments);
    }

    /** Calls a function, and returns what it gives, {@code done} for nothing, or its error behind a {@code !}. */
    Object answer(String function, @Nullable Object... arguments) {
        ResultValue result = (ResultValue) Objects.requireNonNull(call(function, arguments), function);
        Object given = Objects.requireNonNullElse(result.payload(), "done");
        return result.isOk() ? given : "!" + given;
    }

    @Override
    public void close() {
        instance.close();
    }
}

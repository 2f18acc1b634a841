package dev.nacre.engine.hostile;

import dev.nacre.engine.host.HostFunction;
import dev.nacre.engine.host.HostInterface;
import dev.nacre.engine.host.HostResource;
import dev.nacre.engine.host.ResourceNames;
import dev.nacre.engine.testing.RandomValues;
import dev.nacre.engine.wit.FunctionType;
import java.util.Optional;
import java.util.SplittableRandom;

/** Provides every function without handles in its result of the interface that these tests import, whatever its type. */
final class ObligingHost implements HostInterface {
    @Override
    public boolean provides(String name, String version) {
        return name.startsWith("test:");
    }

    @Override
    public Optional<HostResource> resource(String resource) {
        return Optional.of(new HostResource(resource));
    }

    @Override
    public Optional<HostFunction> function(String function, FunctionType declared, ResourceNames resources) {
        if (declared.async() || declared.result().filter(Exerciser::hasHandle).isPresent()) {
            return Optional.empty();
        }
        return Optional.of((call, arguments) -> declared.result()
                .map(type -> type.accept(new RandomValues(new SplittableRandom(function.hashCode()))))
                .orElse(null));
    }
}

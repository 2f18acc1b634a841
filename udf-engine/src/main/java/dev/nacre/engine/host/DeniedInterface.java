package dev.nacre.engine.host;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.wit.FunctionType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An interface of WASI 0.2 to which a guest was granted no access: every function of it links, and each answers with its
 * error, or with nothing when it has none.
 *
 * <p>Answers follow from the type that the component declares. That is simpler and safer than a list of WASI's 150
 * functions: the answer always fits the declared type, and a function that a later 0.2.x adds is denied as well.
 */
final class DeniedInterface implements HostInterface {
    private final String name;

    DeniedInterface(String name) {
        this.name = name;
    }

    @Override
    public boolean provides(String importName, String version) {
        return importName.equals(name) && Wasi.isVersion(version);
    }

    @Override
    public Optional<HostResource> resource(String resource) {
        return Wasi.resource(resource);
    }

    @Override
    public Optional<HostFunction> function(String function, FunctionType declared, ResourceNames resources) {
        Object answer = answer(function, declared, resources);
        return Optional.of((call, arguments) -> answer);
    }

    private @Nullable Object answer(String function, FunctionType declared, ResourceNames resources) {
        try {
            return Denial.of(declared.result(), resources);
        } catch (EngineException unfit) {
            throw unfit.within("imported function '" + function + "' of interface '" + name + "'");
        }
    }
}

package dev.nacre.engine.validate;

import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreModuleType;
import java.util.Optional;

/** An entry of the core type index space: one of the two is there. */
record CoreTypeItem(Optional<CoreFunctionType> function, Optional<CoreModuleType> module) {
    static CoreTypeItem of(CoreFunctionType type) {
        return new CoreTypeItem(Optional.of(type), Optional.empty());
    }

    static CoreTypeItem of(CoreModuleType type) {
        return new CoreTypeItem(Optional.empty(), Optional.of(type));
    }
}

package dev.nacre.engine.validate;

import dev.nacre.engine.core.CoreLimits;

/** The core specification's rules on limits. */
final class CoreLimitRules {
    private CoreLimitRules() {}

    static void check(CoreLimits limits, long most, ValidationContext context) {
        long maximum = limits.maximum().orElse(most);
        if (Long.compareUnsigned(limits.minimum(), maximum) > 0 || Long.compareUnsigned(maximum, most) > 0) {
            throw context.invalid("expected limits in order and up to " + most + ", found "
                    + Long.toUnsignedString(limits.minimum()) + " to " + Long.toUnsignedString(maximum));
        }
    }
}

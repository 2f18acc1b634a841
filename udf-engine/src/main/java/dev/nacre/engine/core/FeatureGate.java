package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import java.util.EnumSet;
import java.util.Set;

/** Notes the features that a module uses, and refuses those that are not allowed. Mutable, one for each pass. */
final class FeatureGate {
    private final Set<CoreFeature> allowed;
    private final Set<CoreFeature> used = EnumSet.noneOf(CoreFeature.class);
    private final Place place;

    FeatureGate(Set<CoreFeature> allowed, Place place) {
        this.allowed = allowed;
        this.place = place;
    }

    void use(CoreFeature feature) {
        if (!allowed.contains(feature)) {
            throw refusal(feature);
        }
        used.add(feature);
    }

    Set<CoreFeature> used() {
        return used;
    }

    private EngineException refusal(CoreFeature feature) {
        String reason = feature.isRunnable() ? "which is switched off here" : "which this engine does not run";
        return new EngineException(
                ErrorCode.UNSUPPORTED_FEATURE,
                place + " uses " + feature.title() + ", " + reason + "; " + feature.advice());
    }
}

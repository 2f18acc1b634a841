package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What reading the bodies of a module's functions found, as far as bounds go: enough to tell, without reading them again,
 * whether they would pass under other limits. Immutable.
 *
 * @param most for each cap on bodies the greatest number that was found
 * @param features what the module uses
 */
public record BodyMeasures(Map<Setting, Long> most, Set<CoreFeature> features) {
    /** All that decide what is said of bodies; results of other versions of them are worth nothing. */
    private static final List<Class<?>> READERS = List.of(
            BodyMeasures.class,
            BodyReader.class,
            CodeSection.class,
            ConstantReader.class,
            CoreFeature.class,
            CoreModuleReader.class,
            Cursor.class,
            ExportSection.class,
            FeatureGate.class,
            Forwarding.class,
            Immediate.class,
            ModuleScope.class,
            Opcodes.class,
            SegmentSections.class,
            Setting.class,
            TypeReader.class);

    public BodyMeasures {
        most = Map.copyOf(most);
        features = Set.copyOf(features);
    }

    /** Returns whether bodies pass under some limits. */
    public boolean fit(Limits limits) {
        return limits.features().containsAll(features)
                && most.entrySet().stream().allMatch(found -> found.getValue() <= limits.get(found.getKey()));
    }

    /** Returns the classes that decide what is said of bodies, for telling versions apart. */
    public static List<Class<?>> readers() {
        return READERS;
    }
}

package dev.nacre.engine.host;

import dev.nacre.engine.wit.ResourceType;
import java.util.Optional;

/** Says which resource of the host a resource type of a component's import was bound to. */
@FunctionalInterface
public interface ResourceNames {
    /** Returns the host's resource, or empty for a resource type that the host did not provide. */
    Optional<HostResource> of(ResourceType type);
}

package dev.nacre.engine.link;

import dev.nacre.engine.abi.RuntimeResource;
import dev.nacre.engine.host.HostCall;
import dev.nacre.engine.host.HostFunction;
import dev.nacre.engine.host.HostResource;
import java.util.HashMap;
import java.util.Map;

/**
 * What a component imports of one host interface.
 *
 * @param functions by name
 * @param resources by name
 */
record HostInstance(Map<String, HostFunction> functions, Map<String, HostResource> resources) {
    HostInstance {
        functions = Map.copyOf(functions);
        resources = Map.copyOf(resources);
    }

    /**
     * Returns the interface for one instance.
     *
     * @param made the instance's resource types so far; a type that several interfaces name is one
     */
    Items items(Session session, Map<HostResource, Object> made) {
        HostCall hostCall = session.hostCall();
        Map<String, Object> items = new HashMap<>();
        functions.forEach((name, function) -> items.put(name, new HostComponentFunction(function, hostCall)));
        resources.forEach((name, resource) -> items.put(
                name,
                made.computeIfAbsent(
                        resource, key -> RuntimeResource.ofHost(key.name(), object -> key.drop(hostCall, object)))));
        return new Items(items);
    }
}

package dev.nacre.engine.link;

import dev.nacre.engine.abi.InstanceState;
import dev.nacre.engine.abi.RuntimeResource;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Where the type of a definition names resources: found once, so that an instance looks only there. Immutable.
 *
 * <p>A resource type in a component's text stands for another run-time resource in each instance; this says which.
 *
 * @param places in order
 */
record ResourceBinding(List<Place> places) {
    ResourceBinding {
        places = List.copyOf(places);
    }

    /** A resource type, and the names that lead to it from the definition's item. */
    record Place(List<String> path, ResourceType type) {
        Place {
            path = List.copyOf(path);
        }
    }

    static ResourceBinding of(ExternType type) {
        List<Place> places = new ArrayList<>();
        find(type, List.of(), places);
        return new ResourceBinding(places);
    }

    static ResourceBinding of(InstanceType type) {
        return of(new ExternType.Instance(type));
    }

    private static void find(ExternType type, List<String> path, List<Place> places) {
        if (type instanceof ExternType.Resource resource) {
            places.add(new Place(path, resource.type()));
        } else if (type instanceof ExternType.Instance instance) {
            for (NamedExtern export : instance.type().exports()) {
                List<String> longer = new ArrayList<>(path);
                longer.add(export.name());
                find(export.type(), longer, places);
            }
        }
    }

    /** Binds the resource types to what an item has in their places. */
    void bind(InstanceState state, Object item) {
        each(item, state::bind);
    }

    /** Binds the resource types of an import to what an item has in their places. */
    void bindImport(InstanceState state, Object item) {
        each(item, state::bindImport);
    }

    private void each(Object item, BiConsumer<ResourceType, RuntimeResource> binding) {
        for (Place place : places) {
            Object found = item;
            for (String name : place.path()) {
                found = ((Items) found).get(name);
            }
            if (found instanceof RuntimeResource resource) {
                binding.accept(place.type(), resource);
            }
        }
    }
}

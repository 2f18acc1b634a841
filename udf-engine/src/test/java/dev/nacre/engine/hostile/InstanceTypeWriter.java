package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.externName;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.leb;

import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ResourceType;
import java.util.ArrayList;
import java.util.List;

/** Writes the type of an instance that a component imports. */
final class InstanceTypeWriter extends TypeScope {
    private final List<byte[]> declarations = new ArrayList<>();
    private int types;

    byte[] build() {
        return instanceType(declarations.toArray(byte[][]::new));
    }

    @Override
    int define(byte[] definition) {
        declarations.add(join(bytes(1), definition));
        return types++;
    }

    @Override
    int expose(String name, int type) {
        declarations.add(join(bytes(4), externName(name), bytes(3, 0), leb(type)));
        return types++;
    }

    ResourceType resource(String name) {
        declarations.add(join(bytes(4), externName(name), bytes(3, 1)));
        ResourceType resource = new ResourceType(name);
        knows(resource, types++);
        return resource;
    }

    InstanceTypeWriter function(String name, FunctionType type) {
        int index = functionType(type);
        declarations.add(join(bytes(4), externName(name), bytes(1), leb(index)));
        return this;
    }
}

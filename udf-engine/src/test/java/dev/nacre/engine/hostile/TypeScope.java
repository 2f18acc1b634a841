package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.leb;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.vector;

import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.WitType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes types where types may stand: in a component or in the type of an instance. A type that needs a name outside gets
 * one, {@code t0}, {@code t1} and so on in the order of use, so two scopes that use the same types name them alike.
 */
abstract class TypeScope {
    private final Map<WitType, byte[]> written = new HashMap<>();
    private final Map<ResourceType, Integer> resources = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** Writes a definition and returns its index. */
    abstract int define(byte[] definition);

    /** Gives a type a name outside and returns the index that it has from then on. */
    abstract int expose(String name, int type);

    /** Says where a resource type is; a later place replaces an earlier one. */
    final void knows(ResourceType resource, int type) {
        resources.put(resource, type);
    }

    final int indexOf(ResourceType resource) {
        return resources.get(resource);
    }

    /** Returns the names that were given to types. */
    final List<String> typeNames() {
        return List.copyOf(names);
    }

    /** Returns the use of a type, after what it takes to define it. */
    final byte[] use(WitType type) {
        if (type instanceof PrimitiveType primitive) {
            return bytes(PrimitiveCode.of(primitive));
        }
        byte[] known = written.get(type);
        if (known == null) {
            TypeDefinition definition = type.accept(new TypeDefinition.Maker(this));
            int index = define(definition.code());
            known = index(definition.needsName() ? expose(nextName(), index) : index);
            written.put(type, known);
        }
        return known;
    }

    private String nextName() {
        names.add("t" + names.size());
        return names.get(names.size() - 1);
    }

    final int functionType(FunctionType type) {
        byte[][] parameters = type.parameters().stream()
                .map(parameter -> join(name(parameter.name()), use(parameter.type())))
                .toArray(byte[][]::new);
        byte[] result =
                type.result().map(present -> join(bytes(0), use(present))).orElse(bytes(1, 0));
        return define(join(bytes(0x40), vector(parameters), result));
    }

    /** An index where a type is used: a signed number. */
    private static byte[] index(int index) {
        return index < 0x40 ? bytes(index) : join(bytes((index & 0x7f) | 0x80), leb(index >> 7));
    }
}

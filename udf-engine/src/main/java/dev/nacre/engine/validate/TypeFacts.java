package dev.nacre.engine.validate;

import dev.nacre.engine.core.CoreValueType;
import java.util.List;

/**
 * What validation asks of a value type. Computed once for each type object.
 *
 * @param size count of types in it, each counted as often as it is used
 * @param depth levels of nesting, 1 for a type without others inside
 * @param byteSize bytes of an element in memory with 64-bit pointers (CanonicalABI.md, "Element Size")
 * @param alignment of an element, likewise
 * @param flat the core types it is passed as, cut off beyond {@link #FLAT_LIMIT}
 * @param hasPointers whether it has a list or string somewhere
 * @param hasBorrow whether it has a borrowed handle somewhere
 */
record TypeFacts(
        long size,
        int depth,
        long byteSize,
        int alignment,
        List<CoreValueType> flat,
        boolean hasPointers,
        boolean hasBorrow) {
    /** One more than any rule asks for: a type with that many flat parts is passed through memory everywhere. */
    static final int FLAT_LIMIT = 17;

    TypeFacts {
        flat = List.copyOf(flat.subList(0, Math.min(flat.size(), FLAT_LIMIT)));
    }

    static TypeFacts scalar(int byteSize, CoreValueType flat) {
        return new TypeFacts(1, 1, byteSize, byteSize, List.of(flat), false, false);
    }

    static TypeFacts pointer() {
        return new TypeFacts(1, 1, 16, 8, List.of(CoreValueType.I32, CoreValueType.I32), true, false);
    }

    static TypeFacts handle(boolean borrow) {
        return new TypeFacts(1, 1, 4, 4, List.of(CoreValueType.I32), false, borrow);
    }

    /** Returns these facts for a type that holds its children behind a pointer or a handle. */
    TypeFacts around(List<TypeFacts> children) {
        return with(children, byteSize, alignment, flat);
    }

    /** Returns facts with the given layout that take from the children what adds up. */
    TypeFacts with(List<TypeFacts> children, long newSize, int newAlignment, List<CoreValueType> newFlat) {
        long nodes = 1;
        int deepest = 0;
        boolean pointers = hasPointers;
        boolean borrow = hasBorrow;
        for (TypeFacts child : children) {
            nodes += child.size;
            deepest = Math.max(deepest, child.depth);
            pointers |= child.hasPointers;
            borrow |= child.hasBorrow;
        }
        return new TypeFacts(nodes, deepest + 1, newSize, newAlignment, newFlat, pointers, borrow);
    }
}

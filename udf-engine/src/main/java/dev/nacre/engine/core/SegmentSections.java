package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what fills tables and memories: the element section, the data count section and the data section. */
final class SegmentSections {
    /** Bits in the flags of an element segment. */
    private static final int NOT_ACTIVE = 1;

    private static final int EXPLICIT_TABLE = 2;
    private static final int EXPRESSIONS = 4;

    private final ModuleScope scope;
    private final Cursor cursor;
    private final TypeReader types;
    private final ConstantReader constants;
    private final List<CoreModule.ActiveElement> activeElements = new ArrayList<>();
    private CoreValueType elementType = CoreValueType.FUNCREF;
    private long elements;

    SegmentSections(ModuleScope scope, TypeReader types, ConstantReader constants) {
        this.scope = scope;
        this.cursor = scope.cursor;
        this.types = types;
        this.constants = constants;
    }

    List<CoreModule.ActiveElement> activeElements() {
        return activeElements;
    }

    void readElements() {
        int count = cursor.vector(2, "element segments");
        scope.cap(Setting.SEGMENTS, count);
        for (int i = 0; i < count; i++) {
            element();
        }
        scope.elementSegments = count;
    }

    private void element() {
        int position = cursor.position();
        long kind = cursor.u32();
        if (kind > 7) {
            throw cursor.place().malformed(position, "unknown kind of element segment " + kind);
        }
        int flags = (int) kind;
        if ((flags & NOT_ACTIVE) == 0) {
            activeElement(flags);
        } else {
            scope.features.use(CoreFeature.BULK_MEMORY);
            entries(flags);
        }
    }

    private void activeElement(int flags) {
        int position = cursor.position();
        int table = (flags & EXPLICIT_TABLE) == 0 ? first(scope.tables, "table") : explicitTable();
        constants.read(CoreValueType.I32);
        OptionalInt offset = constants.integer();
        Optional<List<Integer>> functions = entries(flags);
        CoreValueType wanted = scope.tables.get(table).element();
        if (wanted != elementType) {
            throw cursor.place()
                    .invalid(position, "type mismatch: expected elements of type " + wanted + ", found " + elementType);
        }
        if (offset.isPresent() && functions.isPresent()) {
            activeElements.add(new CoreModule.ActiveElement(table, offset.getAsInt(), functions.get()));
        }
    }

    private int explicitTable() {
        return scope.index(scope.tables.size(), "table");
    }

    private int first(List<?> space, String what) {
        if (space.isEmpty()) {
            throw cursor.place().invalid(cursor.position(), "unknown " + what + " 0, there are 0");
        }
        return 0;
    }

    private Optional<List<Integer>> entries(int flags) {
        boolean expressions = (flags & EXPRESSIONS) != 0;
        elementType = CoreValueType.FUNCREF;
        if ((flags & (NOT_ACTIVE | EXPLICIT_TABLE)) != 0) {
            elementKind(expressions);
        }
        int count = cursor.vector(1, "elements");
        elements += count;
        scope.cap(Setting.TABLE_ELEMENTS, elements);
        return expressions ? expressions(count) : Optional.of(indices(count));
    }

    private void elementKind(boolean expressions) {
        if (expressions) {
            elementType = types.reference();
        } else if (cursor.u8() != 0) {
            throw cursor.place().malformed(cursor.position() - 1, "unknown kind of elements");
        }
    }

    private List<Integer> indices(int count) {
        List<Integer> functions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int function = scope.index(scope.functions.size(), "function");
            scope.declared.set(function);
            functions.add(function);
        }
        return functions;
    }

    private Optional<List<Integer>> expressions(int count) {
        List<Integer> functions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            constants.read(elementType);
            constants.function().ifPresent(functions::add);
        }
        return functions.size() == count ? Optional.of(functions) : Optional.empty();
    }

    void readDataCount() {
        scope.features.use(CoreFeature.BULK_MEMORY);
        long count = cursor.u32();
        scope.cap(Setting.SEGMENTS, count);
        scope.dataCount = (int) count;
    }

    void readData() {
        int position = cursor.position();
        int count = cursor.vector(2, "data segments");
        scope.cap(Setting.SEGMENTS, count);
        if (scope.dataCount >= 0 && scope.dataCount != count) {
            throw cursor.place()
                    .malformed(position, "expected " + scope.dataCount + " data segments as announced, found " + count);
        }
        for (int i = 0; i < count; i++) {
            dataSegment();
        }
    }

    private void dataSegment() {
        int position = cursor.position();
        long kind = cursor.u32();
        if (kind == 0) {
            activeData();
        } else if (kind == 1) {
            scope.features.use(CoreFeature.BULK_MEMORY);
        } else if (kind == 2) {
            activeDataOfMemory();
        } else {
            throw cursor.place().malformed(position, "unknown kind of data segment " + kind);
        }
        cursor.skip(cursor.u32(), "data segment");
    }

    private void activeData() {
        first(scope.memories, "memory");
        constants.read(CoreValueType.I32);
    }

    private void activeDataOfMemory() {
        scope.index(scope.memories.size(), "memory");
        constants.read(CoreValueType.I32);
    }
}

package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.Setting;
import dev.nacre.engine.core.ModuleLayout.DataSegments;
import dev.nacre.engine.core.ModuleLayout.ElementItems;
import dev.nacre.engine.core.ModuleLayout.ElementSegment;
import dev.nacre.engine.core.ModuleLayout.Expressions;
import dev.nacre.engine.core.ModuleLayout.Functions;
import dev.nacre.engine.core.ModuleLayout.Target;
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
    private final List<ElementSegment> collected = new ArrayList<>();
    private final DataCollector data;
    private CoreValueType elementType = CoreValueType.FUNCREF;
    private long elements;

    SegmentSections(ModuleScope scope, TypeReader types, ConstantReader constants, byte[] bytes) {
        this.scope = scope;
        this.cursor = scope.cursor;
        this.types = types;
        this.constants = constants;
        this.data = new DataCollector(bytes);
    }

    List<ElementSegment> elements() {
        return collected;
    }

    DataSegments data() {
        return data.finish();
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
            boolean passive = (flags & EXPLICIT_TABLE) == 0;
            collected.add(new ElementSegment(entries(flags), Optional.empty(), passive));
        }
    }

    private void activeElement(int flags) {
        int position = cursor.position();
        int table = (flags & EXPLICIT_TABLE) == 0 ? first(scope.tables, "table") : explicitTable();
        ConstantExpression offset = constants.read(CoreValueType.I32);
        ElementItems items = entries(flags);
        CoreValueType wanted = scope.tables.get(table).element();
        if (wanted != elementType) {
            throw cursor.place()
                    .invalid(position, "type mismatch: expected elements of type " + wanted + ", found " + elementType);
        }
        collected.add(new ElementSegment(items, Optional.of(new Target(table, offset)), false));
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

    private ElementItems entries(int flags) {
        boolean expressions = (flags & EXPRESSIONS) != 0;
        elementType = CoreValueType.FUNCREF;
        if ((flags & (NOT_ACTIVE | EXPLICIT_TABLE)) != 0) {
            elementKind(expressions);
        }
        int count = cursor.vector(1, "elements");
        elements += count;
        scope.cap(Setting.TABLE_ELEMENTS, elements);
        return expressions ? expressions(count) : indices(count);
    }

    private void elementKind(boolean expressions) {
        if (expressions) {
            elementType = types.reference();
        } else if (cursor.u8() != 0) {
            throw cursor.place().malformed(cursor.position() - 1, "unknown kind of elements");
        }
    }

    private ElementItems indices(int count) {
        int[] functions = new int[count];
        for (int i = 0; i < count; i++) {
            int function = scope.index(scope.functions.size(), "function");
            scope.declared.set(function);
            functions[i] = function;
        }
        return new Functions(functions);
    }

    private ElementItems expressions(int count) {
        List<ConstantExpression> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(constants.read(elementType));
        }
        int[] functions = items.stream()
                .map(ConstantExpression::function)
                .flatMapToInt(OptionalInt::stream)
                .toArray();
        return functions.length == count ? new Functions(functions) : new Expressions(items);
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
            activeData(first(scope.memories, "memory"));
        } else if (kind == 1) {
            scope.features.use(CoreFeature.BULK_MEMORY);
            int start = dataBytes();
            data.passive(start, cursor.position());
        } else if (kind == 2) {
            activeData(scope.index(scope.memories.size(), "memory"));
        } else {
            throw cursor.place().malformed(position, "unknown kind of data segment " + kind);
        }
    }

    private void activeData(int memory) {
        ConstantExpression offset = constants.read(CoreValueType.I32);
        int start = dataBytes();
        data.active(memory, offset, start, cursor.position());
    }

    /** Passes over the bytes of a segment, and returns where they begin. */
    private int dataBytes() {
        long length = cursor.u32();
        int start = cursor.position();
        cursor.skip(length, "data segment");
        return start;
    }
}

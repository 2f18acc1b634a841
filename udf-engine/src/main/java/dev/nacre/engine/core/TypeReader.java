package dev.nacre.engine.core;

import dev.nacre.engine.CoreFeature;
import dev.nacre.engine.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads types. See the <a href="https://webassembly.github.io/spec/core/binary/types.html">core specification, "Types"</a>.
 */
final class TypeReader {
    private static final long MEMORY_PAGES = 1 << 16;
    private static final int TABLE_WITH_INITIAL_VALUE = 0x40;
    /** Before types that threads may share: a proposal that goes on from that of threads. */
    private static final int SHARED = 0x65;

    private final ModuleScope scope;
    private final Cursor cursor;

    TypeReader(ModuleScope scope) {
        this.scope = scope;
        this.cursor = scope.cursor;
    }

    CoreFunctionType functionType() {
        int position = cursor.position();
        int form = cursor.u8();
        if (form == 0x4e || form == 0x4f || form == 0x50 || form == 0x5e || form == 0x5f) {
            scope.features.use(CoreFeature.GC);
        }
        if (form == 0x5d) {
            scope.features.use(CoreFeature.STACK_SWITCHING);
        }
        if (form == SHARED) {
            scope.features.use(CoreFeature.THREADS);
        }
        if (form != 0x60) {
            throw cursor.place().malformed(position, "expected a function type, found form 0x" + hex(form));
        }
        List<CoreValueType> parameters = values("parameters", Setting.PARAMETERS);
        List<CoreValueType> results = values("results", Setting.RESULTS);
        if (results.size() > 1) {
            scope.features.use(CoreFeature.MULTI_VALUE);
        }
        return new CoreFunctionType(parameters, results);
    }

    private List<CoreValueType> values(String what, Setting cap) {
        int count = cursor.vector(1, what);
        scope.cap(cap, count);
        List<CoreValueType> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(value());
        }
        return values;
    }

    /** Reads a value type. */
    CoreValueType value() {
        return value(cursor.u8());
    }

    /** Returns the value type with a code that was read before. */
    CoreValueType value(int code) {
        return switch (code) {
            case 0x7f -> CoreValueType.I32;
            case 0x7e -> CoreValueType.I64;
            case 0x7d -> CoreValueType.F32;
            case 0x7c -> CoreValueType.F64;
            case 0x7b -> vector();
            case 0x70 -> function();
            default -> reference(code);
        };
    }

    private CoreValueType vector() {
        scope.features.use(CoreFeature.SIMD);
        return CoreValueType.V128;
    }

    private CoreValueType function() {
        scope.features.use(CoreFeature.REFERENCE_TYPES);
        return CoreValueType.FUNCREF;
    }

    /** Reads a reference type. */
    CoreValueType reference() {
        return reference(cursor.u8());
    }

    private CoreValueType reference(int code) {
        return switch (code) {
            case 0x70 -> CoreValueType.FUNCREF;
            case 0x6f -> external();
            case 0x69 -> exception();
            default -> throw unknown(code);
        };
    }

    private CoreValueType external() {
        scope.features.use(CoreFeature.REFERENCE_TYPES);
        return CoreValueType.EXTERNREF;
    }

    private CoreValueType exception() {
        scope.features.use(CoreFeature.EXCEPTIONS);
        return CoreValueType.EXNREF;
    }

    private RuntimeException unknown(int code) {
        if (code == 0x63 || code == 0x64) {
            scope.features.use(CoreFeature.FUNCTION_REFERENCES);
        }
        if ((code >= 0x6a && code <= 0x6e) || (code >= 0x71 && code <= 0x74)) {
            scope.features.use(CoreFeature.GC);
        }
        if (code == 0x68 || code == 0x75) {
            scope.features.use(CoreFeature.STACK_SWITCHING);
        }
        if (code == SHARED) {
            scope.features.use(CoreFeature.THREADS);
        }
        return cursor.place().malformed(cursor.position() - 1, "unknown type 0x" + hex(code));
    }

    /** Reads the heap type of {@code ref.null}. */
    CoreValueType heap() {
        int position = cursor.position();
        long type = cursor.signed(33);
        if (type >= 0) {
            scope.features.use(CoreFeature.FUNCTION_REFERENCES);
        }
        if (type < -64 || cursor.position() - position > 1) {
            throw cursor.place().malformed(position, "unknown heap type " + type);
        }
        return reference((int) type & 0x7f);
    }

    CoreExternType.Table table() {
        int code = cursor.u8();
        if (code == TABLE_WITH_INITIAL_VALUE) {
            scope.features.use(CoreFeature.FUNCTION_REFERENCES);
        }
        CoreValueType element = reference(code);
        int flags = flags();
        if (flags > 1) {
            throw cursor.place().malformed(cursor.position() - 1, "unknown limits 0x" + hex(flags));
        }
        return new CoreExternType.Table(element, limits(flags, Integer.toUnsignedLong(-1), "elements"));
    }

    CoreExternType.Memory memory() {
        int flags = flags();
        if ((flags & 2) != 0) {
            scope.features.use(CoreFeature.THREADS);
        }
        if (flags > 3) {
            throw cursor.place().malformed(cursor.position() - 1, "unknown limits 0x" + hex(flags));
        }
        return new CoreExternType.Memory(limits(flags, MEMORY_PAGES, "pages"), (flags & 2) != 0, false);
    }

    private int flags() {
        int flags = cursor.u8();
        if (flags < 16 && (flags & 8) != 0) {
            scope.features.use(CoreFeature.CUSTOM_PAGE_SIZES);
        }
        if (flags < 8 && (flags & 4) != 0) {
            scope.features.use(CoreFeature.MEMORY64);
        }
        return flags;
    }

    private CoreLimits limits(int flags, long most, String unit) {
        int position = cursor.position();
        // the encoding leaves room for memories and tables of 64 bits
        long minimum = cursor.u64();
        OptionalLong maximum = (flags & 1) == 0 ? OptionalLong.empty() : OptionalLong.of(cursor.u64());
        if (Long.compareUnsigned(minimum, most) > 0 || Long.compareUnsigned(maximum.orElse(0), most) > 0) {
            throw cursor.place().invalid(position, "limits exceed " + most + " " + unit);
        }
        if (maximum.isPresent() && maximum.getAsLong() < minimum) {
            throw cursor.place().invalid(position, "minimum " + minimum + " exceeds maximum " + maximum.getAsLong());
        }
        return new CoreLimits(minimum, maximum);
    }

    CoreExternType.Global global() {
        CoreValueType type = value();
        int position = cursor.position();
        int mutable = cursor.u8();
        if (mutable == 2 || mutable == 3) {
            scope.features.use(CoreFeature.THREADS);
        }
        if (mutable > 1) {
            throw cursor.place().malformed(position, "expected mutability 0 or 1, found " + mutable);
        }
        return new CoreExternType.Global(type, mutable == 1);
    }

    CoreExternType.Tag tag() {
        scope.features.use(CoreFeature.EXCEPTIONS);
        int position = cursor.position();
        int attribute = cursor.u8();
        if (attribute != 0) {
            throw cursor.place().malformed(position, "expected tag attribute 0, found " + attribute);
        }
        CoreFunctionType type = scope.type();
        if (!type.results().isEmpty()) {
            throw cursor.place().invalid(position, "a tag's type has results");
        }
        return new CoreExternType.Tag(type);
    }

    static String hex(int code) {
        return Integer.toHexString(code);
    }
}

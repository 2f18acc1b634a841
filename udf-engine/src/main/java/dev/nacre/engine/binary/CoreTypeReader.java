package dev.nacre.engine.binary;

import dev.nacre.engine.core.CoreExternType;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreLimits;
import dev.nacre.engine.core.CoreValueType;
import java.util.Map;
import java.util.OptionalLong;

/** Reads core types. See Binary.md, "Type Definitions", and the core specification's binary format. */
final class CoreTypeReader {
    private static final int FUNCTION = 0x60;
    private static final int MODULE = 0x50;
    private static final int FINAL_SUBTYPE = 0x4f;
    private static final int SHARED = 0x65;
    private static final Map<Integer, CoreValueType> VALUE_TYPES = Map.of(
            0x7f, CoreValueType.I32,
            0x7e, CoreValueType.I64,
            0x7d, CoreValueType.F32,
            0x7c, CoreValueType.F64,
            0x7b, CoreValueType.V128,
            0x70, CoreValueType.FUNCREF,
            0x6f, CoreValueType.EXTERNREF,
            0x69, CoreValueType.EXNREF);

    private final ByteCursor cursor;

    CoreTypeReader(ByteCursor cursor) {
        this.cursor = cursor;
    }

    CoreTypeSource read() {
        int start = cursor.position();
        int code = cursor.readByte("a core type");
        return switch (code) {
            case FUNCTION -> new CoreTypeSource.Function(readFunctionType());
            case MODULE -> readModuleType();
            case 0x00 -> readOpenSubtype();
            case FINAL_SUBTYPE -> new CoreTypeSource.Function(readSubtype());
            case 0x4e, 0x5e, 0x5f -> throw cursor.unsupported(start, "types of garbage-collected data");
            case SHARED -> throw cursor.unsupported(start, "shared types");
            case 0x5d -> throw cursor.unsupported(start, "types of continuations");
            default -> throw cursor.unknown(start, "a core type", code);
        };
    }

    /** The code of a subtype that can have others below it is that of a module type, so it comes behind a zero. */
    private CoreTypeSource readOpenSubtype() {
        cursor.expectByte(MODULE, "a subtype that is not final");
        return new CoreTypeSource.Function(readSubtype().opened());
    }

    /** Supertypes and types other than functions belong to garbage collection; what is left is a function type. */
    private CoreFunctionType readSubtype() {
        int start = cursor.position();
        if (!cursor.readVector("supertypes", () -> cursor.readU32("a core type index"))
                .isEmpty()) {
            throw cursor.unsupported(start, "core types with supertypes");
        }
        int code = cursor.readByte("a core type");
        if (code == 0x5e || code == 0x5f) {
            throw cursor.unsupported(start, "types of garbage-collected data");
        }
        if (code != FUNCTION) {
            throw cursor.unknown(start, "a core type", code);
        }
        return readFunctionType();
    }

    private CoreTypeSource readModuleType() {
        ByteCursor inside = cursor.nested(cursor.remaining());
        CoreTypeReader reader = new CoreTypeReader(inside);
        CoreTypeSource result = new CoreTypeSource.Module(inside.readVector("declarations", reader::readPart));
        cursor.continueBefore(inside);
        return result;
    }

    private CoreFunctionType readFunctionType() {
        return new CoreFunctionType(
                cursor.readVector("parameters", this::readValueType),
                cursor.readVector("results", this::readValueType));
    }

    CoreValueType readValueType() {
        int start = cursor.position();
        int code = cursor.readByte("a core value type");
        CoreValueType type = VALUE_TYPES.get(code);
        if (type != null) {
            return type;
        }
        if (code == 0x63 || code == 0x64) {
            throw cursor.unsupported(start, "typed references");
        }
        if (code == SHARED) {
            throw cursor.unsupported(start, "shared types");
        }
        if ((code >= 0x6a && code <= 0x6e) || (code >= 0x71 && code <= 0x74)) {
            throw cursor.unsupported(start, "references to garbage-collected data");
        }
        if (code == 0x68 || code == 0x75) {
            throw cursor.unsupported(start, "references to continuations");
        }
        throw cursor.unknown(start, "a core value type", code);
    }

    private CoreTypeSource.Part readPart() {
        int start = cursor.position();
        int code = cursor.readByte("a declaration of a module type");
        return switch (code) {
            case 0 ->
                new CoreTypeSource.ImportPart(
                        cursor.readName("a module name"), cursor.readName("the name of an import"), readExtern());
            case 1 -> new CoreTypeSource.TypePart(read());
            case 2 -> readOuterAlias();
            case 3 -> new CoreTypeSource.ExportPart(cursor.readName("the name of an export"), readExtern());
            default -> throw cursor.unknown(start, "a declaration of a module type", code);
        };
    }

    private CoreTypeSource.Part readOuterAlias() {
        cursor.expectByte(0x10, "the sort core type");
        cursor.expectByte(0x01, "an outer alias");
        return new CoreTypeSource.OuterPart(cursor.readU32("a count of scopes"), cursor.readU32("an index"));
    }

    private CoreTypeSource.Extern readExtern() {
        int start = cursor.position();
        int code = cursor.readByte("the type of a core import or export");
        return switch (code) {
            case 0 -> new CoreTypeSource.FunctionExtern(cursor.readU32("a core type index"));
            case 1 -> new CoreTypeSource.PlainExtern(readTable());
            case 2 -> new CoreTypeSource.PlainExtern(readMemory());
            case 3 -> new CoreTypeSource.PlainExtern(readGlobal());
            case 4 -> readTag();
            default -> throw cursor.unknown(start, "the type of a core import or export", code);
        };
    }

    private CoreExternType readTable() {
        int start = cursor.position();
        CoreValueType element = readValueType();
        if (!element.isReference()) {
            throw cursor.malformedAt(start, "expected a reference type, found " + element);
        }
        return new CoreExternType.Table(element, readLimits(readLimitFlags()));
    }

    private CoreExternType readMemory() {
        int flags = readLimitFlags();
        return new CoreExternType.Memory(readLimits(flags), (flags & 2) != 0, (flags & 4) != 0);
    }

    private int readLimitFlags() {
        int start = cursor.position();
        int flags = cursor.readByte("limits");
        if (flags > 7) {
            throw cursor.unknown(start, "limits", flags);
        }
        return flags;
    }

    private CoreLimits readLimits(int flags) {
        long minimum = readLimit(flags);
        return new CoreLimits(minimum, (flags & 1) == 0 ? OptionalLong.empty() : OptionalLong.of(readLimit(flags)));
    }

    private long readLimit(int flags) {
        return (flags & 4) != 0 ? cursor.readU64("a limit") : Integer.toUnsignedLong(cursor.readU32("a limit"));
    }

    private CoreExternType readGlobal() {
        CoreValueType type = readValueType();
        return new CoreExternType.Global(type, cursor.readFlag("0x00 or 0x01 for a mutable global"));
    }

    private CoreTypeSource.Extern readTag() {
        cursor.expectByte(0, "a tag of an exception");
        return new CoreTypeSource.TagExtern(cursor.readU32("a core type index"));
    }
}

package dev.nacre.engine.binary;

import dev.nacre.engine.wit.PrimitiveType;
import java.util.List;
import java.util.Map;

/** Reads value types. See Binary.md, "Type Definitions". */
final class ValueReader {
    private static final Map<Integer, PrimitiveType> PRIMITIVES = Map.ofEntries(
            Map.entry(0x7f, PrimitiveType.BOOL),
            Map.entry(0x7e, PrimitiveType.S8),
            Map.entry(0x7d, PrimitiveType.U8),
            Map.entry(0x7c, PrimitiveType.S16),
            Map.entry(0x7b, PrimitiveType.U16),
            Map.entry(0x7a, PrimitiveType.S32),
            Map.entry(0x79, PrimitiveType.U32),
            Map.entry(0x78, PrimitiveType.S64),
            Map.entry(0x77, PrimitiveType.U64),
            Map.entry(0x76, PrimitiveType.F32),
            Map.entry(0x75, PrimitiveType.F64),
            Map.entry(0x74, PrimitiveType.CHAR),
            Map.entry(0x73, PrimitiveType.STRING));

    private final ByteCursor cursor;

    ValueReader(ByteCursor cursor) {
        this.cursor = cursor;
    }

    ValueSource readDefinition() {
        int start = cursor.position();
        int code = cursor.readByte("a type");
        PrimitiveType primitive = PRIMITIVES.get(code);
        return primitive == null ? readCompound(start, code) : new ValueSource.Primitive(primitive);
    }

    private ValueSource readCompound(int start, int code) {
        return switch (code) {
            case 0x72 -> new ValueSource.Record(cursor.readVector("fields", this::readField));
            case 0x71 -> new ValueSource.Variant(cursor.readVector("cases", this::readCase));
            case 0x70 -> new ValueSource.ListOf(readUse());
            case 0x6f -> new ValueSource.Tuple(cursor.readVector("elements", this::readUse));
            case 0x6e -> new ValueSource.Flags(readLabels("flags"));
            case 0x6d -> new ValueSource.Enumeration(readLabels("names"));
            case 0x6b -> new ValueSource.OptionOf(readUse());
            case 0x6a ->
                new ValueSource.Result(
                        cursor.readOptional("an ok type", this::readUse),
                        cursor.readOptional("an error type", this::readUse));
            default -> readHandleOrLater(start, code);
        };
    }

    private ValueSource readHandleOrLater(int start, int code) {
        return switch (code) {
            case 0x69 -> new ValueSource.Own(cursor.readU32("a type index"));
            case 0x68 -> new ValueSource.Borrow(cursor.readU32("a type index"));
            case 0x67 -> new ValueSource.FixedListOf(readUse(), cursor.readU32("the length of a list"));
            case 0x66 -> new ValueSource.Stream(cursor.readOptional("an element type", this::readUse));
            case 0x65 -> new ValueSource.Future(cursor.readOptional("an element type", this::readUse));
            case 0x64 -> throw cursor.unsupported(start, "the type error-context");
            case 0x63 -> new ValueSource.MapOf(readUse(), readUse());
            default -> throw cursor.unknown(start, "a type", code);
        };
    }

    ValueSource.Field readField() {
        return new ValueSource.Field(readLabel(), readUse());
    }

    private ValueSource.Case readCase() {
        ValueSource.Case result =
                new ValueSource.Case(readLabel(), cursor.readOptional("a payload type", this::readUse));
        cursor.expectByte(0, "the end of a case");
        return result;
    }

    private List<String> readLabels(String items) {
        return cursor.readVector(items, this::readLabel);
    }

    private String readLabel() {
        return cursor.readName("a label");
    }

    /** Reads a type where one is used: an index, or a primitive type as a negative number of one byte. */
    TypeUse readUse() {
        int start = cursor.position();
        long code = cursor.readS33("a value type");
        if (code >= 0) {
            return new TypeUse.Index((int) code);
        }
        int opcode = (int) (code & 0x7f);
        PrimitiveType primitive = code < -64 ? null : PRIMITIVES.get(opcode);
        if (primitive != null) {
            return new TypeUse.Primitive(primitive);
        }
        if (code == 0x64 - 0x80) {
            throw cursor.unsupported(start, "the type error-context");
        }
        throw cursor.malformedAt(start, String.format("expected a value type, found 0x%02x", opcode));
    }
}

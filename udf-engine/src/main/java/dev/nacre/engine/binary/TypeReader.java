package dev.nacre.engine.binary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads type definitions. See Binary.md, "Type Definitions". */
final class TypeReader {
    private final ByteCursor cursor;
    private final ValueReader values;

    TypeReader(ByteCursor cursor) {
        this.cursor = cursor;
        this.values = new ValueReader(cursor);
    }

    TypeSource read() {
        return switch (cursor.peekByte("a type")) {
            case 0x3f -> readResource();
            case 0x40 -> readFunction(false);
            case 0x41 -> new TypeSource.Component(readDeclarations(true));
            case 0x42 -> new TypeSource.Instance(readDeclarations(false));
            case 0x43 -> readFunction(true);
            default -> new TypeSource.Value(values.readDefinition());
        };
    }

    private TypeSource readResource() {
        cursor.readByte("a type");
        return new TypeSource.Resource(
                new CoreTypeReader(cursor).readValueType(),
                cursor.readFlag("0x00 or 0x01 before a destructor")
                        ? OptionalInt.of(cursor.readU32("a core function index"))
                        : OptionalInt.empty());
    }

    private TypeSource readFunction(boolean async) {
        cursor.readByte("a type");
        List<ValueSource.Field> parameters = cursor.readVector("parameters", values::readField);
        return new TypeSource.Function(parameters, readResult(), async);
    }

    /** Reads the result of a function. */
    Optional<TypeUse> readResult() {
        int start = cursor.position();
        int code = cursor.readByte("a result");
        if (code > 1) {
            throw cursor.unknown(start, "a result", code);
        }
        if (code == 0) {
            return Optional.of(values.readUse());
        }
        cursor.expectByte(0, "no named results");
        return Optional.empty();
    }

    private List<Located> readDeclarations(boolean component) {
        cursor.readByte("a type");
        ByteCursor inside = cursor.nested(cursor.remaining());
        List<Located> result = inside.readVector(
                "declarations", () -> new Located(inside.position(), readDeclaration(inside, component)));
        cursor.continueBefore(inside);
        return result;
    }

    private static Declaration readDeclaration(ByteCursor inside, boolean component) {
        int start = inside.position();
        int code = inside.readByte("a declaration");
        if (code == 3 && component) {
            return new ExternReader(inside).readImport();
        }
        return switch (code) {
            case 0 -> new Declaration.CoreType(new CoreTypeReader(inside).read());
            case 1 -> new Declaration.Type(new TypeReader(inside).read());
            case 2 -> new AliasReader(inside).read();
            case 4 -> new ExternReader(inside).readExportType();
            default -> throw inside.unknown(start, "a declaration", code);
        };
    }
}

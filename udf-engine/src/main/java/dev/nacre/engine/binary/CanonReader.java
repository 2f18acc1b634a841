package dev.nacre.engine.binary;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.core.CoreValueType;
import java.util.List;
import java.util.Optional;

/** Reads canonical definitions. See Binary.md, "Canonical Definitions". */
final class CanonReader {
    private final ByteCursor cursor;

    CanonReader(ByteCursor cursor) {
        this.cursor = cursor;
    }

    CanonSource read() {
        int start = cursor.position();
        int code = cursor.readByte("a canonical definition");
        return switch (code) {
            case 0x00 -> readLift();
            case 0x01 -> readLower();
            case 0x02 -> new CanonSource.ResourceNew(readTypeIndex());
            case 0x03 -> new CanonSource.ResourceDrop(readTypeIndex());
            case 0x04 -> new CanonSource.ResourceRep(readTypeIndex());
            default -> readBuiltIn(start, code);
        };
    }

    private CanonSource readLift() {
        cursor.expectByte(0, "the sort function");
        int function = cursor.readU32("a core function index");
        return new CanonSource.Lift(function, readOptions(), readTypeIndex());
    }

    private CanonSource readLower() {
        cursor.expectByte(0, "the sort function");
        return new CanonSource.Lower(cursor.readU32("a function index"), readOptions());
    }

    private CanonSource readBuiltIn(int start, int code) {
        Optional<BuiltIn> found = BuiltIn.of(code);
        if (found.isEmpty()) {
            throw unknownBuiltIn(start, code);
        }
        BuiltIn builtIn = found.get();
        return switch (builtIn.operands()) {
            case NONE -> new CanonSource.Plain(builtIn, false);
            case ASYNC -> new CanonSource.Plain(builtIn, cursor.readFlag("0x00 or 0x01 for async"));
            case CANCEL -> readCancellable(builtIn);
            case CANCEL_AND_MEMORY -> readOverMemory(builtIn);
            case CONTEXT -> readContext(builtIn);
            case RESULT_AND_OPTIONS -> new CanonSource.TaskReturn(new TypeReader(cursor).readResult(), readOptions());
            case TYPE_AND_TABLE ->
                new CanonSource.OverTable(
                        builtIn, cursor.readU32("a core type index"), cursor.readU32("a core table index"));
            case TYPE -> new CanonSource.OverType(builtIn, readTypeIndex(), List.of(), false);
            case TYPE_AND_OPTIONS -> new CanonSource.OverType(builtIn, readTypeIndex(), readOptions(), false);
            case TYPE_AND_ASYNC ->
                new CanonSource.OverType(
                        builtIn, readTypeIndex(), List.of(), cursor.readFlag("0x00 or 0x01 for async"));
        };
    }

    private EngineException unknownBuiltIn(int start, int code) {
        if (code >= 0x1c && code <= 0x1e) {
            return cursor.unsupported(start, "the type error-context");
        }
        if (code >= 0x40 && code <= 0x42) {
            return cursor.unsupported(start, "threads that share everything");
        }
        return cursor.unknown(start, "a canonical definition", code);
    }

    private CanonSource readCancellable(BuiltIn builtIn) {
        readCancel();
        return new CanonSource.Plain(builtIn, false);
    }

    private CanonSource readOverMemory(BuiltIn builtIn) {
        readCancel();
        return new CanonSource.OverMemory(builtIn, cursor.readU32("a core memory index"));
    }

    private void readCancel() {
        int start = cursor.position();
        if (cursor.readFlag("0x00 or 0x01 for cancellable")) {
            throw cursor.unsupported(start, "the option cancellable");
        }
    }

    private CanonSource readContext(BuiltIn builtIn) {
        CoreValueType type = new CoreTypeReader(cursor).readValueType();
        return new CanonSource.Context(builtIn, type, cursor.readU32("the index of a context slot"));
    }

    private List<CanonOption> readOptions() {
        return cursor.readVector("options", this::readOption);
    }

    private CanonOption readOption() {
        int start = cursor.position();
        int code = cursor.readByte("an option");
        if (code >= CanonOption.Kind.values().length) {
            throw cursor.unknown(start, "an option", code);
        }
        CanonOption.Kind kind = CanonOption.Kind.values()[code];
        return new CanonOption(kind, kind.indexed() ? cursor.readU32("an index") : 0);
    }

    private int readTypeIndex() {
        return cursor.readU32("a type index");
    }
}

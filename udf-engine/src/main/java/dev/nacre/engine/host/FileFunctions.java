package dev.nacre.engine.host;

import static dev.nacre.engine.host.Filesystem.DONE;
import static dev.nacre.engine.host.Filesystem.FLAGS;
import static dev.nacre.engine.host.Filesystem.HASH;
import static dev.nacre.engine.host.Filesystem.NEW_TIME;
import static dev.nacre.engine.host.Filesystem.STAT;
import static dev.nacre.engine.host.Filesystem.TYPE;
import static dev.nacre.engine.host.Filesystem.entry;
import static dev.nacre.engine.host.Filesystem.file;
import static dev.nacre.engine.host.Filesystem.folder;
import static dev.nacre.engine.host.Filesystem.result;

import dev.nacre.engine.files.FileFailure;
import dev.nacre.engine.wit.ResultValue;
import org.jspecify.annotations.Nullable;

/** The functions of {@code wasi:filesystem} on what a guest holds open. */
final class FileFunctions {
    private static final String ADVICE = "enum { normal, sequential, random, will-need, dont-need, no-reuse }";

    private FileFunctions() {}

    static void addTo(HostTable.Builder table) {
        streams(table);
        contents(table);
        facts(table);
    }

    private static void streams(HostTable.Builder table) {
        add(table, "read-via-stream", ", u64", "input-stream", (call, arguments) -> {
            return ResultValue.ok(new FileInput(file(arguments[0]), (Long) arguments[1]));
        });
        add(table, "write-via-stream", ", u64", "output-stream", (call, arguments) -> {
            return ResultValue.ok(new FileSink(file(arguments[0]), (Long) arguments[1]));
        });
        add(table, "append-via-stream", "", "output-stream", (call, arguments) -> {
            return ResultValue.ok(new FileEnd(file(arguments[0])));
        });
        add(table, "read-directory", "", "directory-entry-stream", (call, arguments) -> {
            return ResultValue.ok(new FolderEntries(folder(arguments[0]).list()));
        });
    }

    private static void contents(HostTable.Builder table) {
        add(table, "read", ", u64, u64", "tuple<list<u8>, bool>", FileFunctions::read);
        add(table, "write", ", list<u8>, u64", "u64", FileFunctions::write);
        add(table, "set-size", ", u64", "_", (call, arguments) -> {
            file(arguments[0]).resize((Long) arguments[1]);
            return DONE;
        });
        add(table, "sync", "", "_", FileFunctions::sync);
        add(table, "sync-data", "", "_", FileFunctions::sync);
        add(table, "advise", ", u64, u64, " + ADVICE, "_", (call, arguments) -> {
            file(arguments[0]);
            return DONE;
        });
    }

    private static void facts(HostTable.Builder table) {
        add(table, "get-flags", "", FLAGS, (call, arguments) -> ResultValue.ok(FileValues.flags(entry(arguments[0]))));
        add(table, "get-type", "", TYPE, (call, arguments) -> {
            return ResultValue.ok(entry(arguments[0]).stat().kind().type());
        });
        add(table, "stat", "", STAT, (call, arguments) -> {
            return ResultValue.ok(FileValues.stat(entry(arguments[0]).stat()));
        });
        add(table, "metadata-hash", "", HASH, (call, arguments) -> {
            return ResultValue.ok(FileValues.hash(entry(arguments[0]).stat()));
        });
        add(table, "set-times", ", " + NEW_TIME + ", " + NEW_TIME, "_", FileFunctions::setTimes);
        table.function(
                "[method]descriptor.is-same-object",
                "func(borrow<descriptor>, borrow<descriptor>) -> bool",
                FileFunctions::isSame);
    }

    private static void add(
            HostTable.Builder table, String name, String parameters, String ok, Filesystem.Operation operation) {
        table.function(
                "[method]descriptor." + name,
                "func(borrow<descriptor>" + parameters + ") -> " + result(ok),
                Filesystem.answering(operation));
    }

    private static Object read(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        long wanted = (Long) arguments[1];
        byte[] bytes = file(arguments[0]).read((Long) arguments[2], wanted);
        return ResultValue.ok(FileValues.read(bytes, wanted));
    }

    private static Object write(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        byte[] bytes = (byte[]) arguments[1];
        file(arguments[0]).write(bytes, (Long) arguments[2]);
        return ResultValue.ok((long) bytes.length);
    }

    private static Object sync(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        entry(arguments[0]).sync();
        return DONE;
    }

    private static Object setTimes(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        entry(arguments[0]).setTimes(FileValues.time(call, arguments[1]), FileValues.time(call, arguments[2]));
        return DONE;
    }

    private static Object isSame(HostCall call, @Nullable Object[] arguments) {
        try {
            return entry(arguments[0])
                    .stat()
                    .key()
                    .equals(entry(arguments[1]).stat().key());
        } catch (FileFailure failure) {
            return false;
        }
    }
}

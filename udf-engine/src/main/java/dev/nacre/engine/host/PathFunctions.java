package dev.nacre.engine.host;

import static dev.nacre.engine.host.Filesystem.DONE;
import static dev.nacre.engine.host.Filesystem.FLAGS;
import static dev.nacre.engine.host.Filesystem.HASH;
import static dev.nacre.engine.host.Filesystem.NEW_TIME;
import static dev.nacre.engine.host.Filesystem.OPEN_FLAGS;
import static dev.nacre.engine.host.Filesystem.PATH_FLAGS;
import static dev.nacre.engine.host.Filesystem.STAT;
import static dev.nacre.engine.host.Filesystem.folder;
import static dev.nacre.engine.host.Filesystem.result;

import dev.nacre.engine.files.FileFailure;
import dev.nacre.engine.files.FileStat;
import dev.nacre.engine.files.FolderChanges;
import dev.nacre.engine.wit.ResultValue;
import org.jspecify.annotations.Nullable;

/** The functions of {@code wasi:filesystem} that take a path, from a folder that a guest holds open. */
final class PathFunctions {
    private static final String FLAGGED = ", " + PATH_FLAGS + ", string";

    private PathFunctions() {}

    static void addTo(HostTable.Builder table) {
        reading(table);
        changing(table);
    }

    private static void reading(HostTable.Builder table) {
        add(table, "open-at", FLAGGED + ", " + OPEN_FLAGS + ", " + FLAGS, "descriptor", PathFunctions::open);
        add(table, "stat-at", FLAGGED, STAT, (call, arguments) -> {
            return ResultValue.ok(FileValues.stat(stat(arguments)));
        });
        add(table, "metadata-hash-at", FLAGGED, HASH, (call, arguments) -> {
            return ResultValue.ok(FileValues.hash(stat(arguments)));
        });
        add(table, "readlink-at", ", string", "string", (call, arguments) -> {
            return ResultValue.ok(folder(arguments[0]).readLink((String) arguments[1]));
        });
    }

    private static void changing(HostTable.Builder table) {
        add(table, "create-directory-at", ", string", "_", (call, arguments) -> {
            FolderChanges.makeFolder(folder(arguments[0]), (String) arguments[1]);
            return DONE;
        });
        add(table, "remove-directory-at", ", string", "_", (call, arguments) -> {
            FolderChanges.removeFolder(folder(arguments[0]), (String) arguments[1]);
            return DONE;
        });
        add(table, "unlink-file-at", ", string", "_", (call, arguments) -> {
            FolderChanges.removeFile(folder(arguments[0]), (String) arguments[1]);
            return DONE;
        });
        add(table, "symlink-at", ", string, string", "_", (call, arguments) -> {
            FolderChanges.makeLink(folder(arguments[0]), (String) arguments[1], (String) arguments[2]);
            return DONE;
        });
        add(table, "rename-at", ", string, borrow<descriptor>, string", "_", PathFunctions::rename);
        add(table, "link-at", FLAGGED + ", borrow<descriptor>, string", "_", PathFunctions::link);
        add(table, "set-times-at", FLAGGED + ", " + NEW_TIME + ", " + NEW_TIME, "_", PathFunctions::setTimes);
    }

    private static void add(
            HostTable.Builder table, String name, String parameters, String ok, Filesystem.Operation operation) {
        table.function(
                "[method]descriptor." + name,
                "func(borrow<descriptor>" + parameters + ") -> " + result(ok),
                Filesystem.answering(operation));
    }

    private static Object open(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        return ResultValue.ok(new Descriptor(folder(arguments[0])
                .open((String) arguments[2], FileValues.request(arguments[1], arguments[3], arguments[4]))));
    }

    private static FileStat stat(@Nullable Object[] arguments) throws FileFailure {
        return folder(arguments[0]).stat((String) arguments[2], FileValues.follows(arguments[1]));
    }

    private static Object rename(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        FolderChanges.rename(folder(arguments[0]), (String) arguments[1], folder(arguments[2]), (String) arguments[3]);
        return DONE;
    }

    private static Object link(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        FolderChanges.makeHardLink(
                folder(arguments[0]),
                (String) arguments[2],
                FileValues.follows(arguments[1]),
                folder(arguments[3]),
                (String) arguments[4]);
        return DONE;
    }

    private static Object setTimes(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        FolderChanges.setTimes(
                folder(arguments[0]),
                (String) arguments[2],
                FileValues.follows(arguments[1]),
                FileValues.time(call, arguments[3]),
                FileValues.time(call, arguments[4]));
        return DONE;
    }
}

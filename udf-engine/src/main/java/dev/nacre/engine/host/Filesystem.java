package dev.nacre.engine.host;

import dev.nacre.engine.files.FileError;
import dev.nacre.engine.files.FileFailure;
import dev.nacre.engine.files.OpenEntry;
import dev.nacre.engine.files.OpenFile;
import dev.nacre.engine.files.OpenFolder;
import dev.nacre.engine.wit.ResultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code wasi:filesystem}: the folders that an instance was granted, none unless said otherwise.
 *
 * <p>What a later 0.2.x adds is denied. The functions are in two classes: {@link FileFunctions} on what is open, {@link PathFunctions} on paths.
 */
final class Filesystem {
    static final String ERROR = "enum { access, would-block, already, bad-descriptor, busy, deadlock, quota, exist, "
            + "file-too-large, illegal-byte-sequence, in-progress, interrupted, invalid, io, is-directory, loop, "
            + "too-many-links, message-size, name-too-long, no-device, no-entry, no-lock, insufficient-memory, "
            + "insufficient-space, not-directory, not-empty, not-recoverable, unsupported, no-tty, no-such-device, "
            + "overflow, not-permitted, pipe, read-only, invalid-seek, text-file-busy, cross-device }";
    static final String TYPE = "enum { unknown, block-device, character-device, directory, fifo, symbolic-link, "
            + "regular-file, socket }";
    static final String FLAGS = "flags { read, write, file-integrity-sync, data-integrity-sync, requested-write-sync, "
            + "mutate-directory }";
    static final String PATH_FLAGS = "flags { symlink-follow }";
    static final String OPEN_FLAGS = "flags { create, directory, exclusive, truncate }";
    static final String TIME = "record { seconds: u64, nanoseconds: u32 }";
    static final String NEW_TIME = "variant { no-change, now, timestamp(" + TIME + ") }";
    static final String HASH = "record { lower: u64, upper: u64 }";
    static final String STAT = "record { type: " + TYPE + ", link-count: u64, size: u64, data-access-timestamp: option<"
            + TIME + ">, data-modification-timestamp: option<" + TIME + ">, status-change-timestamp: option<" + TIME
            + "> }";
    private static final String ENTRY = "record { type: " + TYPE + ", name: string }";

    static final ResultValue DONE = ResultValue.ok(null);

    private Filesystem() {}

    /** What a function does, but for saying why it failed. */
    @FunctionalInterface
    interface Operation {
        Object run(HostCall call, @Nullable Object[] arguments) throws FileFailure;
    }

    static List<HostInterface> interfaces() {
        HostInterface denied = new DeniedInterface("wasi:filesystem/types");
        return List.of(preopens(), new MergedInterface(List.of(types(), denied)));
    }

    private static HostInterface preopens() {
        return Wasi.table("wasi:filesystem/preopens", "descriptor")
                .function("get-directories", "func() -> list<tuple<descriptor, string>>", Filesystem::directories)
                .build();
    }

    private static HostInterface types() {
        HostTable.Builder table = Wasi.table(
                "wasi:filesystem/types",
                "descriptor",
                "directory-entry-stream",
                "input-stream",
                "output-stream",
                "error");
        FileFunctions.addTo(table);
        PathFunctions.addTo(table);
        return table.function(
                        "[method]directory-entry-stream.read-directory-entry",
                        "func(borrow<directory-entry-stream>) -> " + result("option<" + ENTRY + ">"),
                        answering(Filesystem::entry))
                .function(
                        "filesystem-error-code",
                        "func(borrow<error>) -> option<" + ERROR + ">",
                        (call, arguments) -> code(arguments[0]))
                .build();
    }

    /** Writes the type of a result. */
    static String result(String ok) {
        return "result<" + ok + ", " + ERROR + ">";
    }

    /** Returns a function that answers with the error that an operation fails with. */
    static HostFunction answering(Operation operation) {
        return (call, arguments) -> {
            try {
                return operation.run(call, arguments);
            } catch (FileFailure failure) {
                return ResultValue.error(failure.error().code());
            }
        };
    }

    /** A function without an error: an instance that may open nothing more is told of no folders. */
    private static Object directories(HostCall call, @Nullable Object[] arguments) {
        List<Object> directories = new ArrayList<>();
        try {
            List<OpenFolder> folders = GuestFiles.open(call);
            for (int i = 0; i < folders.size(); i++) {
                String name = call.grants().files().folders().get(i).name();
                directories.add(List.of(new Descriptor(folders.get(i)), name));
            }
        } catch (FileFailure failure) {
            return List.of();
        }
        return directories;
    }

    private static Object entry(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        if (arguments[0] instanceof FolderEntries entries) {
            return entries.next();
        }
        return ResultValue.ok(Optional.empty());
    }

    private static Object code(@Nullable Object error) {
        return error instanceof StreamFailure failure
                ? Optional.of(failure.error().code())
                : Optional.empty();
    }

    /** Returns what a handle is of. */
    static OpenEntry entry(@Nullable Object handle) throws FileFailure {
        if (handle instanceof Descriptor descriptor) {
            return descriptor.entry();
        }
        throw new FileFailure(FileError.BAD_DESCRIPTOR);
    }

    /** Returns the file that a handle is of. */
    static OpenFile file(@Nullable Object handle) throws FileFailure {
        if (entry(handle) instanceof OpenFile file) {
            return file;
        }
        throw new FileFailure(FileError.IS_DIRECTORY);
    }

    /** Returns the folder that a handle is of. */
    static OpenFolder folder(@Nullable Object handle) throws FileFailure {
        if (entry(handle) instanceof OpenFolder folder) {
            return folder;
        }
        throw new FileFailure(FileError.NOT_DIRECTORY);
    }
}

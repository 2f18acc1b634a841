package dev.nacre.engine.host;

import dev.nacre.engine.files.FileFailure;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.VariantValue;
import org.jspecify.annotations.Nullable;

/**
 * {@code wasi:io/streams} and {@code wasi:io/error}. Nothing has to be waited for: a file reads and writes at once.
 *
 * <p>A handle may also be one that a {@link DeniedInterface} gave: what is written to it is gone, and reading from it is at
 * its end.
 */
final class Streams {
    private static final String STREAM_ERROR = "variant { last-operation-failed(error), closed }";
    private static final String READ = "func(borrow<input-stream>, u64) -> result<list<u8>, " + STREAM_ERROR + ">";
    private static final String SKIP = "func(borrow<input-stream>, u64) -> result<u64, " + STREAM_ERROR + ">";
    private static final String WRITE = "func(borrow<output-stream>, list<u8>) -> result<_, " + STREAM_ERROR + ">";
    private static final String WRITE_ZEROES = "func(borrow<output-stream>, u64) -> result<_, " + STREAM_ERROR + ">";
    private static final String FLUSH = "func(borrow<output-stream>) -> result<_, " + STREAM_ERROR + ">";
    private static final String CHECK = "func(borrow<output-stream>) -> result<u64, " + STREAM_ERROR + ">";
    private static final String SPLICE =
            "func(borrow<output-stream>, borrow<input-stream>, u64) -> result<u64, " + STREAM_ERROR + ">";

    /** Bytes that are read at once at most; a guest that wants more asks again. */
    private static final int READ_BYTES = 1 << 16;

    private static final ResultValue CLOSED = ResultValue.error(new VariantValue("closed", null));
    private static final ResultValue DONE = ResultValue.ok(null);

    private Streams() {}

    /** What a function of a stream does, but for saying why it failed. */
    @FunctionalInterface
    private interface Operation {
        Object run(HostCall call, @Nullable Object[] arguments) throws FileFailure;
    }

    static HostInterface error() {
        return Wasi.table("wasi:io/error", "error")
                .function(
                        "[method]error.to-debug-string",
                        "func(borrow<error>) -> string",
                        (call, arguments) -> arguments[0] instanceof StreamFailure failure
                                ? failure.error().code()
                                : "denied")
                .build();
    }

    static HostInterface streams() {
        HostTable.Builder table = Wasi.table("wasi:io/streams", "input-stream", "output-stream", "error", "pollable");
        input(table);
        output(table);
        return table.build();
    }

    private static void input(HostTable.Builder table) {
        for (String prefix : new String[] {"", "blocking-"}) {
            String name = "[method]input-stream." + prefix;
            table.function(name + "read", READ, answering(Streams::read))
                    .function(name + "skip", SKIP, answering(Streams::skip));
        }
        table.function("[method]input-stream.subscribe", "func(borrow<input-stream>) -> pollable", Streams::subscribe);
    }

    private static void output(HostTable.Builder table) {
        String name = "[method]output-stream.";
        table.function(name + "check-write", CHECK, answering((call, arguments) -> ResultValue.ok(room(arguments[0]))))
                .function(name + "write", WRITE, answering(Streams::write))
                .function(name + "blocking-write-and-flush", WRITE, answering(Streams::writeAndFlush))
                .function(name + "flush", FLUSH, answering(Streams::flush))
                .function(name + "blocking-flush", FLUSH, answering(Streams::flush))
                .function(name + "subscribe", "func(borrow<output-stream>) -> pollable", Streams::subscribe)
                .function(name + "write-zeroes", WRITE_ZEROES, answering(Streams::writeZeroes))
                .function(name + "blocking-write-zeroes-and-flush", WRITE_ZEROES, answering(Streams::writeZeroes))
                .function(name + "splice", SPLICE, answering(Streams::splice))
                .function(name + "blocking-splice", SPLICE, answering(Streams::splice));
    }

    private static HostFunction answering(Operation operation) {
        return (call, arguments) -> {
            try {
                return operation.run(call, arguments);
            } catch (FileFailure failure) {
                Object error = new StreamFailure(failure.error());
                return ResultValue.error(new VariantValue("last-operation-failed", error));
            }
        };
    }

    private static Object subscribe(HostCall call, @Nullable Object[] arguments) {
        return GuestPollable.READY;
    }

    private static Object read(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        byte[] bytes = bytes(call, arguments[0], (Long) arguments[1]);
        return bytes == null ? CLOSED : ResultValue.ok(bytes);
    }

    private static Object skip(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        byte[] bytes = bytes(call, arguments[0], (Long) arguments[1]);
        return bytes == null ? CLOSED : ResultValue.ok((long) bytes.length);
    }

    private static byte @Nullable [] bytes(HostCall call, @Nullable Object from, long most) throws FileFailure {
        if (!(from instanceof GuestInput input)) {
            return null;
        }
        int count = most < 0 || most > READ_BYTES ? READ_BYTES : (int) most;
        return count == 0 ? new byte[0] : input.read(call, count);
    }

    private static long room(@Nullable Object to) throws FileFailure {
        return to instanceof GuestSink sink ? sink.room() : GuestSink.WRITE_BYTES;
    }

    private static Object write(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        if (arguments[0] instanceof GuestSink sink && arguments[1] instanceof byte[] bytes) {
            sink.write(call, bytes);
        }
        return DONE;
    }

    private static Object writeAndFlush(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        write(call, arguments);
        return flush(call, arguments);
    }

    private static Object flush(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        if (arguments[0] instanceof GuestSink sink) {
            sink.flush();
        }
        return DONE;
    }

    private static Object writeZeroes(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        if (arguments[0] instanceof GuestSink sink) {
            sink.writeZeroes(call, (Long) arguments[1]);
        }
        return DONE;
    }

    private static Object splice(HostCall call, @Nullable Object[] arguments) throws FileFailure {
        long room = room(arguments[0]);
        long most = (Long) arguments[2];
        byte[] bytes = bytes(call, arguments[1], Long.compareUnsigned(most, room) < 0 ? most : room);
        if (bytes == null) {
            return CLOSED;
        }
        write(call, new Object[] {arguments[0], bytes});
        return ResultValue.ok((long) bytes.length);
    }
}

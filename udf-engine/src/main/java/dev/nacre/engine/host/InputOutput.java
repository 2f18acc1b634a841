package dev.nacre.engine.host;

import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.VariantValue;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code wasi:io}: reading is at its end, writing goes to the log, everything is ready at once.
 *
 * <p>A handle may also be one that a {@link DeniedInterface} gave: what is written to it is gone.
 */
final class InputOutput {
    private static final String STREAM_ERROR = "variant { last-operation-failed(error), closed }";
    private static final String READ = "func(borrow<input-stream>, u64) -> result<list<u8>, " + STREAM_ERROR + ">";
    private static final String SKIP = "func(borrow<input-stream>, u64) -> result<u64, " + STREAM_ERROR + ">";
    private static final String WRITE = "func(borrow<output-stream>, list<u8>) -> result<_, " + STREAM_ERROR + ">";
    private static final String WRITE_ZEROES = "func(borrow<output-stream>, u64) -> result<_, " + STREAM_ERROR + ">";
    private static final String FLUSH = "func(borrow<output-stream>) -> result<_, " + STREAM_ERROR + ">";
    private static final String SPLICE =
            "func(borrow<output-stream>, borrow<input-stream>, u64) -> result<u64, " + STREAM_ERROR + ">";

    /** Bytes that one write may have; any number is taken. */
    private static final long WRITE_BYTES = 1 << 16;

    private static final ResultValue CLOSED = ResultValue.error(new VariantValue("closed", null));
    private static final ResultValue DONE = ResultValue.ok(null);

    private InputOutput() {}

    static List<HostInterface> interfaces() {
        return List.of(error(), poll(), streams());
    }

    private static HostInterface error() {
        return Wasi.table("wasi:io/error", "error")
                .function(
                        "[method]error.to-debug-string", "func(borrow<error>) -> string", (call, arguments) -> "denied")
                .build();
    }

    private static HostInterface poll() {
        return Wasi.table("wasi:io/poll", "pollable")
                .function("[method]pollable.ready", "func(borrow<pollable>) -> bool", (call, arguments) -> true)
                .function("[method]pollable.block", "func(borrow<pollable>)", (call, arguments) -> null)
                .function("poll", "func(list<borrow<pollable>>) -> list<u32>", InputOutput::allReady)
                .build();
    }

    private static Object allReady(HostCall call, @Nullable Object[] arguments) {
        int count = arguments[0] instanceof List<?> pollables ? pollables.size() : 0;
        return LongStream.range(0, count).boxed().toList();
    }

    private static HostInterface streams() {
        HostTable.Builder table = Wasi.table("wasi:io/streams", "input-stream", "output-stream", "error", "pollable");
        input(table);
        output(table);
        return table.build();
    }

    private static void input(HostTable.Builder table) {
        table.function("[method]input-stream.read", READ, (call, arguments) -> CLOSED)
                .function("[method]input-stream.blocking-read", READ, (call, arguments) -> CLOSED)
                .function("[method]input-stream.skip", SKIP, (call, arguments) -> CLOSED)
                .function("[method]input-stream.blocking-skip", SKIP, (call, arguments) -> CLOSED)
                .function("[method]input-stream.subscribe", "func(borrow<input-stream>) -> pollable", Clocks::ready);
    }

    private static void output(HostTable.Builder table) {
        table.function(
                        "[method]output-stream.check-write",
                        "func(borrow<output-stream>) -> result<u64, " + STREAM_ERROR + ">",
                        (call, arguments) -> ResultValue.ok(WRITE_BYTES))
                .function("[method]output-stream.write", WRITE, InputOutput::write)
                .function("[method]output-stream.blocking-write-and-flush", WRITE, InputOutput::write)
                .function("[method]output-stream.flush", FLUSH, (call, arguments) -> DONE)
                .function("[method]output-stream.blocking-flush", FLUSH, (call, arguments) -> DONE)
                .function("[method]output-stream.subscribe", "func(borrow<output-stream>) -> pollable", Clocks::ready)
                .function("[method]output-stream.write-zeroes", WRITE_ZEROES, (call, arguments) -> DONE)
                .function(
                        "[method]output-stream.blocking-write-zeroes-and-flush",
                        WRITE_ZEROES,
                        (call, arguments) -> DONE)
                .function("[method]output-stream.splice", SPLICE, (call, arguments) -> CLOSED)
                .function("[method]output-stream.blocking-splice", SPLICE, (call, arguments) -> CLOSED);
    }

    private static Object write(HostCall call, @Nullable Object[] arguments) {
        if (arguments[0] instanceof GuestStream stream && arguments[1] instanceof byte[] bytes) {
            GuestOutput.of(call, stream).write(call, bytes);
        }
        return DONE;
    }
}

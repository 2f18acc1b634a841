package dev.nacre.engine.host;

import static dev.nacre.engine.host.HostTests.type;
import static dev.nacre.engine.wit.PrimitiveType.S8;
import static dev.nacre.engine.wit.PrimitiveType.STRING;
import static dev.nacre.engine.wit.PrimitiveType.U32;
import static dev.nacre.engine.wit.PrimitiveType.U64;
import static dev.nacre.engine.wit.PrimitiveType.U8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WasiTest {
    private static final String STREAMS = "wasi:io/streams@0.2.3";
    private static final ResultValue CLOSED = ResultValue.error(new VariantValue("closed", null));

    private final HostTests host = new HostTests();
    private final WitType outputStream = new BorrowType(host.resource(STREAMS, "output-stream"));
    private final WitType inputStream = new BorrowType(host.resource(STREAMS, "input-stream"));
    private final OwnType pollable = new OwnType(host.resource("wasi:io/poll@0.2.3", "pollable"));
    private final WitType streamError = new VariantType(List.of(
            new VariantType.Case(
                    "last-operation-failed", Optional.of(new OwnType(host.resource("wasi:io/error@0.2.3", "error")))),
            new VariantType.Case("closed", Optional.empty())));

    @Test
    void linksAtEveryReleaseOfTheSecondPreview() {
        FunctionType type = type(new ListType(STRING));

        assertThat(host.call(host.function("wasi:cli/environment@0.2.0", "get-arguments", type)))
                .isEqualTo(List.of());
        assertThat(host.call(host.function("wasi:cli/environment@0.2.12", "get-arguments", type)))
                .isEqualTo(List.of());
        for (String version : List.of("", "@0.3.0", "@0.2", "@0.2.0-rc-2023-11-10", "@1.0.0")) {
            unknown("get-arguments", () -> host.function("wasi:cli/environment" + version, "get-arguments", type));
        }
        unknown("get-everything", () -> host.function("wasi:cli/environment@0.2.0", "get-everything", type));
    }

    @Test
    void hasNoEnvironment() {
        String name = "wasi:cli/environment@0.2.0";

        assertThat(host.call(host.function(
                        name, "get-environment", type(new ListType(new TupleType(List.of(STRING, STRING)))))))
                .isEqualTo(List.of());
        assertThat(host.call(host.function(name, "initial-cwd", type(new OptionType(STRING)))))
                .isEqualTo(Optional.empty());
    }

    @Test
    void endsTheCallOnExit() {
        HostFunction exit = host.function(
                "wasi:cli/exit@0.2.0", "exit", type(null, new ResultType(Optional.empty(), Optional.empty())));
        HostFunction exitWithCode = host.function("wasi:cli/exit@0.2.0", "exit-with-code", type(null, U8));

        exits("with success", () -> host.call(exit, ResultValue.ok(null)));
        exits("with failure", () -> host.call(exit, ResultValue.error(null)));
        exits("with code 7", () -> host.call(exitWithCode, (short) 7));
    }

    @Test
    void logsWhatIsPrintedLineByLine() {
        Object stdout = stream("stdout");
        Object stderr = stream("stderr");
        HostFunction write = write("blocking-write-and-flush");

        host.call(write, stdout, bytes("one\ntw"));
        host.call(write, stderr, bytes("trouble\r\n"));
        host.call(write, stdout, bytes("o\n\nend \u0007bell"));

        assertThat(host.lines()).containsExactly("stdout: one", "stderr: trouble", "stdout: two", "stdout: ");
        host.call.close();
        assertThat(host.lines()).endsWith("stdout: end  bell");
    }

    @Test
    void breaksEndlessLines() {
        Object stdout = stream("stdout");

        host.call(write("write"), stdout, bytes("x".repeat(20_000)));
        host.call.close();

        assertThat(host.log.lines()).extracting(line -> line.message().length()).containsExactly(8192, 8192, 3616);
    }

    @Test
    void countsPrintedLinesThatNobodyWants() {
        BoundedLog full = new BoundedLog(0, 0);
        HostCall call = HostTests.callWith(full);

        GuestOutput.of(call, GuestStream.STDOUT).write(call, bytes("a\nb\nc"));
        call.close();

        assertThat(full.droppedLines()).isEqualTo(3);
        assertThat(full.lines()).isEmpty();
    }

    @Test
    void takesAnyAmountOfOutput() {
        Object stdout = stream("stdout");
        HostFunction check =
                host.function(STREAMS, "[method]output-stream.check-write", type(result(U64), outputStream));
        HostFunction flush = host.function(STREAMS, "[method]output-stream.flush", type(result(null), outputStream));
        HostFunction zeroes =
                host.function(STREAMS, "[method]output-stream.write-zeroes", type(result(null), outputStream, U64));

        assertThat(host.call(check, stdout)).isEqualTo(ResultValue.ok(65_536L));
        assertThat(host.call(flush, stdout)).isEqualTo(ResultValue.ok(null));
        assertThat(host.call(zeroes, stdout, -1L)).isEqualTo(ResultValue.ok(null));
        assertThat(host.lines()).isEmpty();
    }

    @Test
    void hasNoInput() {
        Object stdin = stream("stdin");
        WitType bytes = result(new ListType(U8));

        assertThat(host.call(function("input-stream.read", bytes, inputStream, U64), stdin, 10L))
                .isEqualTo(CLOSED);
        assertThat(host.call(function("input-stream.blocking-read", bytes, inputStream, U64), stdin, 10L))
                .isEqualTo(CLOSED);
        assertThat(host.call(function("input-stream.skip", result(U64), inputStream, U64), stdin, 10L))
                .isEqualTo(CLOSED);
        assertThat(host.call(
                        function("output-stream.splice", result(U64), outputStream, inputStream, U64),
                        stream("stdout"),
                        stdin,
                        10L))
                .isEqualTo(CLOSED);
    }

    @Test
    void hasEverythingReadyAtOnce() {
        WitType borrowed = new BorrowType(pollable.resource());
        Object ready = host.call(function("input-stream.subscribe", pollable, inputStream), stream("stdin"));
        HostFunction poll =
                host.function("wasi:io/poll@0.2.0", "poll", type(new ListType(U32), new ListType(borrowed)));
        HostFunction block = host.function("wasi:io/poll@0.2.0", "[method]pollable.block", type(null, borrowed));

        assertThat(host.call(poll, List.of(ready, ready))).isEqualTo(List.of(0L, 1L));
        assertThat(host.call(block, ready)).isNull();
    }

    @Test
    void standsStillOnTheWall() {
        WitType datetime =
                new RecordType(List.of(new RecordType.Field("seconds", U64), new RecordType.Field("nanoseconds", U32)));

        assertThat(host.call(host.function("wasi:clocks/wall-clock@0.2.0", "now", type(datetime))))
                .isEqualTo(List.of(0L, 0L));
    }

    @Test
    void countsCallsAsTimeAndSleepsWithoutWaiting() {
        String name = "wasi:clocks/monotonic-clock@0.2.0";
        HostFunction now = host.function(name, "now", type(U64));
        HostFunction duration = host.function(name, "subscribe-duration", type(pollable, U64));
        HostFunction instant = host.function(name, "subscribe-instant", type(pollable, U64));

        assertThat(host.call(now)).isEqualTo(1L);
        assertThat(host.call(now)).isEqualTo(2L);
        host.call(duration, 1_000_000L);
        assertThat(host.call(now)).isEqualTo(1_000_003L);
        host.call(instant, 5L);
        assertThat(host.call(now)).isEqualTo(1_000_004L);
        host.call(instant, 2_000_000L);
        assertThat(host.call(now)).isEqualTo(2_000_001L);
        host.call(duration, -1L);
        assertThat(host.call(now)).as("the last moment").isEqualTo(-1L);
        assertThat(new HostTests().call(now)).as("in another instance").isEqualTo(1L);
    }

    @Test
    void drawsTheSameNumbersInEveryInstance() {
        HostFunction bytes = host.function("wasi:random/random@0.2.0", "get-random-bytes", type(new ListType(U8), U64));
        HostFunction number = host.function("wasi:random/insecure@0.2.0", "get-insecure-random-u64", type(U64));
        HostFunction seed = host.function(
                "wasi:random/insecure-seed@0.2.0", "insecure-seed", type(new TupleType(List.of(U64, U64))));

        byte[] first = (byte[]) host.call(bytes, 11L);

        assertThat(first).hasSize(11).startsWith(0xaf, 0xcd, 0x1d, 0x7b, 0x39, 0xa8, 0x20, 0xe2);
        assertThat((byte[]) host.call(bytes, 11L)).isNotEqualTo(first);
        assertThat((byte[]) new HostTests().call(bytes, 11L)).isEqualTo(first);
        assertThat(new HostTests().call(number)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(host.call(seed)).isEqualTo(new HostTests().call(seed));
    }

    @Test
    void refusesToDrawWithoutEnd() {
        HostFunction bytes = host.function("wasi:random/random@0.2.0", "get-random-bytes", type(new ListType(U8), U64));

        assertThatThrownBy(() -> host.call(bytes, -1L))
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.LIMIT))
                .hasMessageContaining("18446744073709551615 random bytes");
    }

    @Test
    void rejectsFunctionsOfAnotherType() {
        mismatch(
                "expected func(result), the component declares func(string)",
                () -> host.function("wasi:cli/exit@0.2.0", "exit", type(null, STRING)));
        mismatch(
                "expected func() -> u64, the component declares func() -> s8",
                () -> host.function("wasi:clocks/monotonic-clock@0.2.0", "now", type(S8)));
        mismatch(
                "func(borrow<another resource>, ",
                () -> host.function(
                        STREAMS,
                        "[method]output-stream.write",
                        type(result(null), new BorrowType(new ResourceType("output-stream")), new ListType(U8))));
        mismatch(
                "func(borrow<input-stream>, ",
                () -> host.function(
                        STREAMS, "[method]output-stream.write", type(result(null), inputStream, new ListType(U8))));
    }

    @Test
    void judgesEndlesslyNestedTypesQuickly() {
        WitType type = U8;
        for (int i = 0; i < 90; i++) {
            type = new TupleType(List.of(type, type));
        }
        WitType huge = type;

        mismatch(
                "the component declares func() -> tuple<tuple<",
                () -> host.function("wasi:clocks/monotonic-clock@0.2.0", "now", type(huge)));
        assertThat(host.function("wasi:filesystem/types@0.2.0", "any", type(huge)))
                .isNotNull();
    }

    private HostFunction write(String name) {
        return function("output-stream." + name, result(null), outputStream, new ListType(U8));
    }

    private HostFunction function(String method, WitType result, WitType... parameters) {
        return host.function(STREAMS, "[method]" + method, type(result, parameters));
    }

    private WitType result(@Nullable WitType ok) {
        return new ResultType(Optional.ofNullable(ok), Optional.of(streamError));
    }

    private Object stream(String name) {
        String resource = name.equals("stdin") ? "input-stream" : "output-stream";
        FunctionType type = type(new OwnType(host.resource(STREAMS, resource)));
        return host.call(host.function("wasi:cli/" + name + "@0.2.3", "get-" + name, type));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void exits(String how, Runnable exit) {
        assertThatThrownBy(exit::run)
                .hasMessageContaining(how)
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.EXIT));
    }

    private static void unknown(String name, Runnable link) {
        assertThatThrownBy(link::run).isInstanceOf(NoSuchElementException.class).hasMessageContaining(name);
    }

    private static void mismatch(String message, Runnable link) {
        assertThatThrownBy(link::run)
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.IMPORT_MISMATCH));
    }
}

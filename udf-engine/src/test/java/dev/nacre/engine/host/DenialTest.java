package dev.nacre.engine.host;

import static dev.nacre.engine.host.HostTests.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.ResultValue;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.VariantValue;
import dev.nacre.engine.wit.WitType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DenialTest {
    private final HostTests host = new HostTests();

    @Test
    void answersWithTheErrorThatSaysNo() {
        WitType files = new EnumType(List.of("would-block", "access", "not-permitted"));
        WitType sockets = new EnumType(List.of("unknown", "access-denied"));
        WitType http = new VariantType(List.of(
                new VariantType.Case("DNS-timeout", Optional.empty()),
                new VariantType.Case("HTTP-request-denied", Optional.empty())));

        assertThat(answer(result(files))).isEqualTo(ResultValue.error("access"));
        assertThat(answer(result(sockets))).isEqualTo(ResultValue.error("access-denied"));
        assertThat(answer(result(http))).isEqualTo(ResultValue.error(new VariantValue("HTTP-request-denied", null)));
        assertThat(answer(new ResultType(Optional.of(PrimitiveType.U8), Optional.empty())))
                .isEqualTo(ResultValue.error(null));
    }

    @Test
    void answersWithNothingWhereThereIsNoError() {
        WitType record = new RecordType(List.of(
                new RecordType.Field("a", PrimitiveType.U8),
                new RecordType.Field("b", PrimitiveType.CHAR),
                new RecordType.Field("c", PrimitiveType.F32)));
        WitType other = new VariantType(List.of(new VariantType.Case("first", Optional.of(PrimitiveType.STRING))));

        assertThat(answer(new OptionType(PrimitiveType.U8))).isEqualTo(Optional.empty());
        assertThat(answer(new ListType(PrimitiveType.U8))).isEqualTo(new byte[0]);
        assertThat(answer(new ListType(PrimitiveType.U16))).isEqualTo(List.of());
        assertThat(answer(record)).isEqualTo(List.of((short) 0, 0, 0f));
        assertThat(answer(new TupleType(List.of(PrimitiveType.S8, PrimitiveType.U64))))
                .isEqualTo(List.of((byte) 0, 0L));
        assertThat(answer(other)).isEqualTo(new VariantValue("first", ""));
        assertThat(answer(new FlagsType(List.of("a")))).isEqualTo(Set.of());
        assertThat(answer(PrimitiveType.BOOL)).isEqualTo(false);
        assertThat(host.call(host.function("wasi:http/types@0.2.0", "f", type(null))))
                .isNull();
    }

    @Test
    void givesHandlesOfThingsThatDoNothing() {
        ResourceType network = host.resource("wasi:sockets/network@0.2.0", "network");
        ResourceType output = host.resource("wasi:io/streams@0.2.0", "output-stream");

        assertThat(answer(new OwnType(network))).isNotNull();
        Object stream = answer(new OwnType(output));
        HostFunction checked = host.function(
                "wasi:io/streams@0.2.0",
                "[method]output-stream.write",
                type(
                        result(new VariantType(List.of(
                                new VariantType.Case(
                                        "last-operation-failed",
                                        Optional.of(new OwnType(host.resource("wasi:io/error@0.2.0", "error")))),
                                new VariantType.Case("closed", Optional.empty())))),
                        new BorrowType(output),
                        new ListType(PrimitiveType.U8)));
        assertThat(host.call(checked, stream, new byte[] {'x', '\n'})).isEqualTo(ResultValue.ok(null));
        assertThat(host.lines()).isEmpty();
    }

    @Test
    void rejectsResultsThatWasiNeverGives() {
        for (WitType type : List.of(
                new OwnType(new ResourceType("strange")),
                new BorrowType(new ResourceType("strange")),
                new StreamType(Optional.empty()))) {
            assertThatThrownBy(() -> answer(type))
                    .hasMessageStartingWith("imported function 'f' of interface 'wasi:http/types': ")
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.IMPORT_MISMATCH));
        }
    }

    private Object answer(WitType result) {
        return host.call(host.function("wasi:http/types@0.2.0", "f", type(result)));
    }

    private static WitType result(WitType error) {
        return new ResultType(Optional.empty(), Optional.of(error));
    }
}

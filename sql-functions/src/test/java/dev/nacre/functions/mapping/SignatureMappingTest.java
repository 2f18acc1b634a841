package dev.nacre.functions.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResourceType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.FunctionException;
import dev.nacre.functions.FunctionSignature;
import dev.nacre.functions.NullHandling;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureMappingTest {
    static Stream<Arguments> inferred() {
        return Stream.of(
                Arguments.of(PrimitiveType.BOOL, "BOOLEAN"),
                Arguments.of(PrimitiveType.S8, "TINYINT"),
                Arguments.of(PrimitiveType.U8, "SMALLINT"),
                Arguments.of(PrimitiveType.S16, "SMALLINT"),
                Arguments.of(PrimitiveType.U16, "INTEGER"),
                Arguments.of(PrimitiveType.S32, "INTEGER"),
                Arguments.of(PrimitiveType.U32, "BIGINT"),
                Arguments.of(PrimitiveType.S64, "BIGINT"),
                Arguments.of(PrimitiveType.U64, "DECIMAL(20, 0)"),
                Arguments.of(PrimitiveType.F32, "REAL"),
                Arguments.of(PrimitiveType.F64, "DOUBLE PRECISION"),
                Arguments.of(PrimitiveType.CHAR, "CHARACTER(1)"),
                Arguments.of(PrimitiveType.STRING, "CHARACTER VARYING"),
                Arguments.of(new ListType(PrimitiveType.U8), "BINARY VARYING"),
                Arguments.of(new ListType(PrimitiveType.S64), "BIGINT ARRAY"),
                Arguments.of(new ListType(new ListType(PrimitiveType.F64)), "DOUBLE PRECISION ARRAY ARRAY"),
                Arguments.of(new EnumType(List.of("red", "green")), "CHARACTER VARYING"),
                Arguments.of(new FlagsType(List.of("read", "write")), "CHARACTER VARYING ARRAY"),
                Arguments.of(new OptionType(PrimitiveType.S32), "INTEGER"),
                Arguments.of(
                        new ResultType(Optional.of(PrimitiveType.S64), Optional.of(PrimitiveType.STRING)), "BIGINT"),
                Arguments.of(new ResultType(Optional.empty(), Optional.of(PrimitiveType.STRING)), "BOOLEAN"),
                Arguments.of(
                        new TupleType(List.of(PrimitiveType.STRING, PrimitiveType.U32)),
                        "ROW(\"C1\" CHARACTER VARYING, \"C2\" BIGINT)"),
                Arguments.of(
                        new RecordType(List.of(
                                new RecordType.Field("device-id", PrimitiveType.S32),
                                new RecordType.Field("value", PrimitiveType.F64))),
                        "ROW(\"DEVICE_ID\" INTEGER, \"VALUE\" DOUBLE PRECISION)"),
                Arguments.of(
                        new MapType(PrimitiveType.STRING, PrimitiveType.S32),
                        "ROW(\"K\" CHARACTER VARYING, \"V\" INTEGER) ARRAY"),
                Arguments.of(
                        new VariantType(List.of(
                                new VariantType.Case("circle", Optional.of(PrimitiveType.F64)),
                                new VariantType.Case("unit", Optional.empty()))),
                        "ROW(\"TAG\" CHARACTER VARYING, \"CIRCLE\" DOUBLE PRECISION)"));
    }

    @ParameterizedTest
    @MethodSource("inferred")
    void infersOneSqlTypeForEachWitType(WitType wit, String sql) {
        FunctionSignature signature = SignatureMapping.infer(function(wit, wit));

        assertThat(signature.returns().sql()).isEqualTo(sql);
        assertThat(signature.parameters().get(0).type().sql()).isEqualTo(sql);
        assertThat(Codecs.find(signature.returns(), wit)).isPresent();
    }

    @Test
    void namesParametersAsSqlDoes() {
        FunctionType type = new FunctionType(
                List.of(new FunctionType.Parameter("device-id", PrimitiveType.S32)), Optional.empty(), false);

        FunctionSignature signature = SignatureMapping.infer(type);

        assertThat(signature.sql()).isEqualTo("(\"DEVICE_ID\" INTEGER) RETURNS BOOLEAN");
    }

    @Test
    void refusesTypesThatSqlDoesNotHave() {
        assertUnmapped(
                new OptionType(new OptionType(PrimitiveType.S32)),
                "WIT type 'option<option<s32>>' has no SQL type: SQL has one NULL; flatten the nested option or use a variant");
        assertUnmapped(
                new OwnType(new ResourceType("file")),
                "WIT type 'file' has no SQL type: resources serve aggregates and cursors, not scalar functions");
    }

    private static void assertUnmapped(WitType wit, String message) {
        assertThatThrownBy(() -> SignatureMapping.infer(function(wit, PrimitiveType.S32)))
                .isInstanceOfSatisfying(
                        FunctionException.class,
                        failure -> assertThat(failure.sqlState()).isEqualTo("0A000"))
                .hasMessage("parameter 1 'value': " + message);
        assertThatThrownBy(() -> SignatureMapping.infer(function(PrimitiveType.S32, wit)))
                .hasMessage("result: " + message);
    }

    @Test
    void refusesAnAsyncFunction() {
        FunctionType type = new FunctionType(List.of(), Optional.empty(), true);

        assertThatThrownBy(() -> SignatureMapping.infer(type))
                .hasMessage("an async function cannot be called from SQL; export a plain one");
    }

    @Test
    void refusesAWrittenTypeThatDoesNotFit() {
        assertMisfit(
                function(PrimitiveType.STRING, PrimitiveType.S32),
                signature(SqlKind.INTEGER, SqlKind.INTEGER),
                "function 'F': parameter 1 'X': expected an SQL type for WIT 'string', found INTEGER;"
                        + " declare it CHARACTER VARYING, or leave the signature out");
        assertMisfit(
                function(PrimitiveType.S32, PrimitiveType.F64),
                signature(SqlKind.INTEGER, SqlKind.REAL),
                "function 'F': result: expected an SQL type for WIT 'f64', found REAL;"
                        + " declare it DOUBLE PRECISION, or leave the signature out");
        assertMisfit(
                new FunctionType(List.of(), Optional.of(PrimitiveType.S32), false),
                signature(SqlKind.INTEGER, SqlKind.INTEGER),
                "function 'F': expected 0 parameters for WIT 'func() -> s32', found 1");
    }

    private static void assertMisfit(FunctionType type, FunctionSignature signature, String message) {
        assertThatThrownBy(
                        () -> SignatureMapping.marshaller("function 'F'", type, signature, NullHandling.BY_TYPE, false))
                .isInstanceOfSatisfying(
                        FunctionException.class,
                        failure -> assertThat(failure.sqlState()).isEqualTo("42P13"))
                .hasMessage(message);
    }

    @Test
    void acceptsAnyIntegerTypeForAnIntegerColumn() {
        for (SqlKind kind : List.of(SqlKind.TINYINT, SqlKind.SMALLINT, SqlKind.INTEGER, SqlKind.BIGINT)) {
            for (PrimitiveType wit : PrimitiveType.values()) {
                boolean whole = wit.keyword().matches("[su][0-9]+");

                assertThat(Codecs.find(SqlType.of(kind), wit).isPresent())
                        .as("%s and %s", kind, wit)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void acceptsADecimalWithoutFractionForTheWidestIntegersOnly() {
        SqlType whole = new SqlType.Simple(SqlKind.DECIMAL, OptionalInt.of(20), OptionalInt.of(0));
        SqlType fraction = new SqlType.Simple(SqlKind.DECIMAL, OptionalInt.of(20), OptionalInt.of(2));

        assertThat(Codecs.find(whole, PrimitiveType.U64)).isPresent();
        assertThat(Codecs.find(whole, PrimitiveType.S64)).isPresent();
        assertThat(Codecs.find(whole, PrimitiveType.S32)).isEmpty();
        assertThat(Codecs.find(fraction, PrimitiveType.U64)).isEmpty();
        assertThat(Codecs.find(fraction, PrimitiveType.STRING)).isPresent();
        assertThat(Codecs.find(whole, PrimitiveType.F64)).isEmpty();
    }

    private static FunctionType function(WitType parameter, WitType result) {
        return new FunctionType(List.of(new FunctionType.Parameter("value", parameter)), Optional.of(result), false);
    }

    private static FunctionSignature signature(SqlKind parameter, SqlKind result) {
        return new FunctionSignature(
                List.of(new FunctionSignature.Parameter("X", SqlType.of(parameter))), SqlType.of(result));
    }
}

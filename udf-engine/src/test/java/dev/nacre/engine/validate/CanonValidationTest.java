package dev.nacre.engine.validate;

import static dev.nacre.engine.binary.ComponentBytes.SORT_FUNCTION;
import static dev.nacre.engine.binary.ComponentBytes.STRING;
import static dev.nacre.engine.binary.ComponentBytes.U32;
import static dev.nacre.engine.binary.ComponentBytes.U8;
import static dev.nacre.engine.binary.ComponentBytes.aliasCoreExport;
import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.canon;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.coreInstantiate;
import static dev.nacre.engine.binary.ComponentBytes.coreModule;
import static dev.nacre.engine.binary.ComponentBytes.export;
import static dev.nacre.engine.binary.ComponentBytes.field;
import static dev.nacre.engine.binary.ComponentBytes.function;
import static dev.nacre.engine.binary.ComponentBytes.functionExtern;
import static dev.nacre.engine.binary.ComponentBytes.importItem;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.procedure;
import static dev.nacre.engine.binary.ComponentBytes.tuple;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static dev.nacre.engine.validate.Validation.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.binary.BuiltIn;
import dev.nacre.engine.binary.CoreModuleBytes;
import dev.nacre.engine.core.CoreFunctionType;
import dev.nacre.engine.core.CoreValueType;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Lifting and lowering: signatures and options. */
class CanonValidationTest {
    private static final int UTF16 = 1;
    private static final int LATIN1 = 2;
    private static final int MEMORY = 3;
    private static final int REALLOC = 4;
    private static final int POST_RETURN = 5;
    private static final int ASYNC = 6;
    private static final int CALLBACK = 7;

    /** Core function 0 is {@code f}, 1 is {@code realloc}; core memory 0. */
    private static byte[] core(int parameters, int results) {
        return join(
                coreModule(CoreModuleBytes.exporting(parameters, results)),
                coreInstantiate(0),
                aliasCoreExport(0, 0, "f"),
                aliasCoreExport(0, 0, "realloc"),
                aliasCoreExport(2, 0, "mem"));
    }

    @Test
    void liftsWithResolvedOptions() {
        TypedComponent component = Validation.of(component(
                core(2, 1),
                type(function(STRING, field("s", STRING))),
                canon(0, 0, 0, 3, UTF16, MEMORY, 0, REALLOC, 1, 0),
                export("f", SORT_FUNCTION, 0)));

        Definition.CanonLift lift =
                (Definition.CanonLift) component.definitions().get(6);
        assertThat(lift.options())
                .isEqualTo(new CanonOptions(
                        StringEncoding.UTF16,
                        OptionalInt.of(0),
                        OptionalInt.of(1),
                        OptionalInt.empty(),
                        false,
                        OptionalInt.empty()));
    }

    @Test
    void refusesALiftOfAnotherSignature() {
        rejects(
                component(core(1, 0), type(procedure()), canon(0, 0, 0, 0, 0)),
                "expected a core function [] -> [] to lift as 0 parameters, found [I32] -> []");
        rejects(component(core(0, 1), type(procedure()), canon(0, 0, 0, 0, 0)), "found [] -> [I32]");
    }

    @Test
    void passesManyParametersAndResultsThroughMemory() {
        byte[][] parameters = new byte[17][];
        for (int index = 0; index < parameters.length; index++) {
            parameters[index] = field("p" + index, U32);
        }

        Validation.of(component(
                core(1, 1),
                type(tuple(U8, U8)),
                type(function(0, parameters)),
                canon(0, 0, 0, 2, MEMORY, 0, REALLOC, 1, 1)));
        rejects(
                component(core(1, 0), type(procedure(parameters)), canon(0, 0, 0, 1, MEMORY, 0, 0)),
                "expected the option 'realloc' for the parameters of a lifted function");
        rejects(
                component(core(0, 1), type(tuple(U8, U8)), type(function(0)), canon(0, 0, 0, 0, 1)),
                "expected the option 'memory' for the result of a lifted function");
    }

    @Test
    void givesALoweredFunctionItsFlatType() {
        TypedComponent component = Validation.of(component(
                core(0, 0),
                type(function(STRING, field("s", STRING))),
                importItem("f", functionExtern(0)),
                canon(1, 0, 0, 2, MEMORY, 0, REALLOC, 1)));

        Definition.CanonLower lower =
                (Definition.CanonLower) component.definitions().get(7);
        assertThat(lower.coreType())
                .isEqualTo(new CoreFunctionType(Collections.nCopies(3, CoreValueType.I32), List.of()));
    }

    @Test
    void demandsMemoryAndReallocForPointers() {
        byte[] taking = join(core(0, 0), type(procedure(field("s", STRING))), importItem("f", functionExtern(0)));
        byte[] giving = join(core(0, 0), type(function(STRING)), importItem("f", functionExtern(0)));

        rejects(component(taking, canon(1, 0, 0, 0)), "expected the option 'memory'");
        rejects(component(giving, canon(1, 0, 0, 1, MEMORY, 0)), "expected the option 'realloc'");
        Validation.of(component(taking, canon(1, 0, 0, 1, MEMORY, 0)));
    }

    @Test
    void demandsMemoryForValuesOnlyOfAnAsyncLower() {
        byte[] silent = join(core(0, 0), type(bytes(0x43, 0, 1, 0)), importItem("f", functionExtern(0)));
        byte[] answering = join(core(0, 0), type(bytes(0x43, 0, 0, U8)), importItem("f", functionExtern(0)));

        Validation.of(component(silent, canon(1, 0, 0, 1, ASYNC)));
        rejects(component(answering, canon(1, 0, 0, 1, ASYNC)), "'memory' for the result of a lowered function");
    }

    @Test
    void refusesOptionsThatConflict() {
        byte[] before = join(core(0, 0), type(procedure()), importItem("f", functionExtern(0)));

        rejects(component(before, canon(1, 0, 0, 2, UTF16, LATIN1)), "latin1+utf16' once");
        rejects(component(before, canon(1, 0, 0, 2, MEMORY, 0, MEMORY, 0)), "'memory' once");
        rejects(component(before, canon(1, 0, 0, 1, REALLOC, 1)), "'memory' for the option 'realloc'");
        rejects(
                component(before, canon(1, 0, 0, 2, MEMORY, 0, REALLOC, 0)),
                "for the option 'realloc', found [] -> []");
        rejects(component(before, canon(1, 0, 0, 1, POST_RETURN, 0)), "expected no option 'post-return' here");
        rejects(component(before, canon(1, 0, 0, 1, MEMORY, 1)), "expected the index of a core memory below 1");
        rejects(component(before, canon(0, 0, 0, 1, CALLBACK, 1, 0)), "for the option 'callback'");
        rejects(component(before, canon(0, 0, 0, 1, ASYNC, 0)), "with an async function type");
    }

    @Test
    void refusesAPostReturnOfAnotherSignature() {
        rejects(
                component(core(0, 1), type(function(U32)), canon(0, 0, 0, 1, POST_RETURN, 0, 0)),
                "expected a core function [I32] -> [] for the option 'post-return', found [] -> [I32]");
    }

    @Test
    void readsBuiltInsOfTheAsynchronousPart() {
        TypedComponent component =
                Validation.of(component(core(0, 0), canon(0x1f), canon(0x20, 0, 0), canon(0x0a, 0x7f, 1)));

        assertThat(component.definitions().get(5))
                .isEqualTo(new Definition.TaskBuiltIn(
                        BuiltIn.WAITABLE_SET_NEW, 0, new CoreFunctionType(List.of(), List.of(CoreValueType.I32))));
        assertThat(component.definitions().get(6))
                .isEqualTo(new Definition.UnsupportedBuiltIn(
                        "waitable-set.wait",
                        new CoreFunctionType(
                                List.of(CoreValueType.I32, CoreValueType.I32), List.of(CoreValueType.I32))));
    }

    @Test
    void refusesBuiltInsThatDoNotFit() {
        rejects(component(canon(0x0a, 0x7f, 2)), "expected a context slot below 2");
        rejects(component(canon(0x20, 0, 0)), "core memory below 0");
        rejects(component(type(bytes(U8)), canon(0x0e, 0)), "expected a stream for stream.new, found u8");
        rejects(component(canon(0x06, 1)), ErrorCode.UNSUPPORTED_FEATURE, "subtask.cancel with the mark 'async'");
    }
}

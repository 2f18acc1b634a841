package dev.nacre.engine.host;

import static dev.nacre.engine.binary.ComponentBytes.U32;
import static dev.nacre.engine.binary.ComponentBytes.U64;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.exportDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.function;
import static dev.nacre.engine.binary.ComponentBytes.functionExtern;
import static dev.nacre.engine.binary.ComponentBytes.importItem;
import static dev.nacre.engine.binary.ComponentBytes.instanceExtern;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.tuple;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static dev.nacre.engine.binary.ComponentBytes.typeDeclaration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.ComponentEngine;
import dev.nacre.engine.EngineException;
import dev.nacre.engine.EngineOptions;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components that ask for a WASI there is not: of another version, with functions of another type, with others. */
class OddWasiTest {
    private static final ComponentEngine ENGINE =
            ComponentEngine.create(new EngineOptions(Limits.sandbox(), HostInterfaces.standard()));
    private static final byte[] PAIR = tuple(U64, U64);
    private static final String ADVICE =
            ", which nobody provides; build it without, or register a host interface for it";
    private static final String ADVICE_ON_VERSIONS =
            ", which nobody provides; build it without, build it for WASI 0.2, or register a host interface for it";

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    /** A component that imports an interface with one function: {@code func() -> result}. */
    private static byte[] importing(String interfaceName, String functionName, byte[] result) {
        return component(
                type(instanceType(
                        typeDeclaration(result),
                        typeDeclaration(function(0)),
                        exportDeclaration(functionName, functionExtern(1)))),
                importItem(interfaceName, instanceExtern(0)));
    }

    private static void refuses(byte[] component, ErrorCode code, String message) {
        assertThatThrownBy(() -> ENGINE.load(component))
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        EngineException.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2.0", "0.2.9", "0.2.99", "0.2.123456789"})
    void loadsWhatAsksForAnyReleaseOfTheSecondPreview(String version) {
        assertThat(ENGINE.load(importing("wasi:random/insecure-seed@" + version, "insecure-seed", PAIR)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@0.3.0", "@1.0.0", "@0.2.0-rc-2023-11-10", "@0.1.0", "@0.20.0", "@2.0.0"})
    void refusesOtherVersions(String version) {
        String name = "wasi:random/insecure-seed" + version;

        refuses(
                importing(name, "insecure-seed", PAIR),
                ErrorCode.UNKNOWN_IMPORT,
                "the component imports '" + name + "' (an interface with insecure-seed)" + ADVICE_ON_VERSIONS);
    }

    @Test
    void refusesInterfacesThatWasiDoesNotHave() {
        refuses(
                importing("wasi:nn/graph@0.2.0", "load", PAIR),
                ErrorCode.UNKNOWN_IMPORT,
                "the component imports 'wasi:nn/graph@0.2.0' (an interface with load)" + ADVICE);
    }

    @Test
    void refusesFunctionsThatAnInterfaceDoesNotHave() {
        refuses(
                importing("wasi:random/insecure-seed@0.2.99", "better-seed", PAIR),
                ErrorCode.UNKNOWN_IMPORT,
                "the component imports 'wasi:random/insecure-seed@0.2.99#better-seed' (func() -> tuple<u64, u64>)"
                        + ADVICE);
    }

    @Test
    void refusesFunctionsOfAnotherType() {
        refuses(
                importing("wasi:random/insecure-seed@0.2.3", "insecure-seed", tuple(U64, U32)),
                ErrorCode.IMPORT_MISMATCH,
                "import 'wasi:random/insecure-seed@0.2.3': imported function 'insecure-seed': expected func() ->"
                        + " tuple<u64, u64>, the component declares func() -> tuple<u64, u32>; build the component against"
                        + " the host's interface");
    }
}

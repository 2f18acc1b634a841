package dev.nacre.engine.validate;

import static dev.nacre.engine.binary.ComponentBytes.STRING;
import static dev.nacre.engine.binary.ComponentBytes.U8;
import static dev.nacre.engine.binary.ComponentBytes.aliasCoreExport;
import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.canon;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.coreInstantiate;
import static dev.nacre.engine.binary.ComponentBytes.coreModule;
import static dev.nacre.engine.binary.ComponentBytes.export;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.leb;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.section;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static dev.nacre.engine.validate.Validation.rejects;

import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.binary.ComponentBytes;
import dev.nacre.engine.binary.CoreModuleBytes;
import org.junit.jupiter.api.Test;

/** Features that were never released are refused by name, in components that follow the rules otherwise. */
class GatedFeaturesTest {
    private static final int STREAM = 0x66;
    private static final int I64 = 0x7e;

    private static void gates(byte[] bytes, String feature) {
        rejects(bytes, ErrorCode.UNSUPPORTED_FEATURE, feature);
    }

    private static byte[] fixedList(int element, long length) {
        return type(join(bytes(0x67, element), leb(length)));
    }

    @Test
    void refusesListsOfFixedLength() {
        gates(component(fixedList(U8, 4)), "lists of fixed length");
        gates(component(fixedList(U8, (1 << 28) - 1)), "lists of fixed length");
        rejects(component(fixedList(U8, 0)), "found a fixed length of 0");
        rejects(component(fixedList(U8, 1 << 28)), "expected a type of less than 2^28 bytes");
        rejects(component(fixedList(STRING, 1 << 24)), "expected a type of less than 2^28 bytes");
        rejects(component(fixedList(U8, 1L << 31)), "expected a type of less than 2^28 bytes");
    }

    @Test
    void flattensListsOfFixedLength() {
        byte[] lifted =
                join(coreModule(CoreModuleBytes.exporting(3, 0)), coreInstantiate(0), aliasCoreExport(0, 0, "f"));

        gates(component(lifted, fixedList(U8, 3), type(taking(0)), canon(0, 0, 0, 0, 1)), "lists of fixed length");
        rejects(component(lifted, fixedList(U8, 2), type(taking(0)), canon(0, 0, 0, 0, 1)), "to lift as 1 parameter");
    }

    private static byte[] taking(int type) {
        return ComponentBytes.procedure(ComponentBytes.field("a", type));
    }

    @Test
    void saysThatAComponentIsInvalidWhateverElseItUses() {
        rejects(component(fixedList(U8, 4), export("f", 1, 0)), "expected the index of a function below 0");
    }

    @Test
    void refusesSynchronousFormsOfAsynchronousBuiltIns() {
        byte[] stream = type(bytes(STREAM, 0));

        gates(component(canon(0x06, 1)), "subtask.cancel with the mark 'async'");
        gates(component(stream, canon(0x11, 0, 1)), "stream.cancel-read with the mark 'async'");
        gates(component(stream, canon(0x0f, 0, 0)), "stream.read without the option 'async'");
        rejects(component(type(bytes(STREAM, 1, U8)), canon(0x0f, 0, 0)), "expected the option 'memory'");
    }

    @Test
    void refusesAStackfulLift() {
        byte[] lifted = join(
                coreModule(CoreModuleBytes.exporting(0, 0)),
                coreInstantiate(0),
                aliasCoreExport(0, 0, "f"),
                type(bytes(0x43, 0, 1, 0)),
                canon(0, 0, 0, 1, 6, 0));

        gates(component(lifted), "the option 'async' without 'callback'");
        rejects(component(lifted, export("F_", 1, 0)), "expected a name");
    }

    @Test
    void refusesBuiltInsOfThreads() {
        byte[] start = section(3, bytes(1, 0x60, 1, 0x7f, 0));

        gates(component(canon(0x26)), "threads (thread.index)");
        gates(component(canon(0x2d, 0)), "threads (thread.yield-then-promote)");
        rejects(component(start, canon(0x27, 0, 0)), "expected the index of a core table below 0");
        rejects(component(canon(0x27, 0, 0)), "expected the index of a core type below 0");
        rejects(component(section(3, bytes(1, 0x60, 0, 0)), canon(0x27, 0, 0)), "expected threads to start in");
    }

    @Test
    void refusesWhatNeeds64Bits() {
        gates(component(canon(0x0a, I64, 0)), "a context slot of 64 bits");
        gates(component(type(bytes(0x3f, I64, 0))), "resources of 64 bits");
        rejects(component(canon(0x0a, 0x7f, 0), canon(0x0b, I64, 0)), "context slots of a component to be of one type");
    }

    @Test
    void refusesCanonicalInterfaceNames() {
        gates(withSuffix("a:b/c@1", ".2.3"), "canonical interface names");
        gates(withSuffix("a:b/c@0.2", ".6-rc.1"), "canonical interface names");
        gates(withSuffix("a:b/c@0.0.1", "-alpha"), "canonical interface names");
        gates(withSuffix("a:b/c@0.0.0", ""), "canonical interface names");
        for (String name : new String[] {"a", "a:b/c", "a:b/c@0", "a:b/c@0.0", "a:b/c@1.2", "a:b/c@01"}) {
            rejects(withSuffix(name, ".2.3"), "expected 'versionsuffix' to complete");
        }
        rejects(withSuffix("a:b/c@1", ".2"), "found '.2' after 'a:b/c@1'");
    }

    private static byte[] withSuffix(String name, String suffix) {
        byte[] item = join(bytes(1, 2), name(name), bytes(1, 1), name(suffix), bytes(5, 0));
        return component(type(instanceType()), section(10, item));
    }
}

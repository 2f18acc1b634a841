package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.leb;
import static dev.nacre.engine.binary.ComponentBytes.vector;

import java.util.Arrays;

/** An option of a canonical definition: Binary.md, {@code canonopt}. */
record CanonOption(byte[] code) {
    static final CanonOption UTF8 = new CanonOption(bytes(0));
    static final CanonOption UTF16 = new CanonOption(bytes(1));
    static final CanonOption LATIN1_OR_UTF16 = new CanonOption(bytes(2));

    static CanonOption memory(int memory) {
        return new CanonOption(join(bytes(3), leb(memory)));
    }

    static CanonOption realloc(int coreFunction) {
        return new CanonOption(join(bytes(4), leb(coreFunction)));
    }

    static CanonOption postReturn(int coreFunction) {
        return new CanonOption(join(bytes(5), leb(coreFunction)));
    }

    static byte[] all(CanonOption... options) {
        return vector(Arrays.stream(options).map(CanonOption::code).toArray(byte[][]::new));
    }
}

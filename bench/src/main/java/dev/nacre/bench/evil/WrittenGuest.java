package dev.nacre.bench.evil;

import static dev.nacre.bench.evil.Binary.bytes;
import static dev.nacre.bench.evil.Binary.component;
import static dev.nacre.bench.evil.Binary.join;
import static dev.nacre.bench.evil.Binary.module;
import static dev.nacre.bench.evil.Binary.name;
import static dev.nacre.bench.evil.Binary.number;
import static dev.nacre.bench.evil.Binary.repeat;
import static dev.nacre.bench.evil.Binary.section;
import static dev.nacre.bench.evil.Binary.sized;
import static dev.nacre.bench.evil.Binary.vector;

/** Components around a core module that is given in parts. They export {@code run: func(n: s32) -> s32}. */
final class WrittenGuest {
    private static final int I32 = 0x7f;
    private static final int S32 = 0x7a;
    private static final byte[] END = bytes(0x0b);
    private static final byte[] NO_LOCALS = bytes(0);
    private static final byte[] GET_0 = bytes(0x20, 0);

    private WrittenGuest() {}

    /** Returns a component around a module that exports {@code run}. */
    static byte[] around(byte[] module) {
        return component(
                section(1, module),
                vector(2, 1, bytes(0, 0), bytes(0)),
                vector(6, 1, bytes(0, 0, 1, 0), name("run")),
                vector(7, 1, bytes(0x40, 1), name("n"), bytes(S32, 0, S32)),
                vector(8, 1, bytes(0, 0, 0, 0, 0)),
                vector(11, 1, bytes(0), name("run"), bytes(1, 0, 0)));
    }

    /**
     * Returns a component with a number of functions of this code in a row, of which the last is {@code run}; all take and
     * give an i32.
     *
     * @param code leaves an i32; has no end
     * @param pages of memory
     */
    static byte[] of(int functions, byte[] code, int pages) {
        return of(functions, NO_LOCALS, code, pages);
    }

    /** As {@link #of(int, byte[], int)}, with declared locals. */
    static byte[] of(int functions, byte[] locals, byte[] code, int pages) {
        return around(module(
                vector(1, 1, bytes(0x60, 1, I32, 1, I32)),
                vector(3, functions, repeat(functions, bytes(0))),
                vector(5, 1, bytes(0), number(pages)),
                vector(7, 1, name("run"), bytes(0), number(functions - 1L)),
                vector(10, functions, repeat(functions, sized(locals, code, END)))));
    }

    /** Returns a component that does one thing so often in a straight line, and then gives its argument. */
    static byte[] straight(int times, byte[] step, int pages) {
        return of(1, join(repeat(times, step), GET_0), pages);
    }

    /** Returns a component that calls itself without end, with as many parameters. */
    static byte[] recursion(int parameters) {
        byte[] pass = new byte[0];
        for (int index = 0; index < parameters; index++) {
            pass = join(pass, bytes(0x20), number(index));
        }
        byte[] zeros = repeat(parameters, bytes(0x41, 0));
        return around(module(
                vector(
                        1,
                        2,
                        bytes(0x60, 1, I32, 1, I32),
                        bytes(0x60),
                        number(parameters),
                        repeat(parameters, bytes(I32)),
                        bytes(1, I32)),
                vector(3, 2, bytes(0, 1)),
                vector(7, 1, name("run"), bytes(0, 0)),
                vector(
                        10,
                        2,
                        sized(NO_LOCALS, zeros, bytes(0x10, 1), END),
                        sized(NO_LOCALS, pass, bytes(0x10, 1), bytes(0x41, 1, 0x6a), END))));
    }
}

package dev.nacre.engine;

import java.util.Locale;

/**
 * The name of one bound: a <em>cap</em> on the structure of a component or a <em>limit</em> on its running.
 *
 * <p>Each has the value that suits untrusted components ({@link #standard()}) and the most that the engine by itself
 * allows ({@link #most()}), which follows the specification and, where that sets none, the
 * <a href="https://webassembly.github.io/spec/js-api/#limits">limits that web engines agreed on</a>.
 *
 * <p>"The largest" in the reasons below is the largest of what was looked at: guests in Rust, C and Go, tools of several
 * megabytes in Rust, and the StarlingMonkey JavaScript engine.
 */
public enum Setting {
    /** Bytes of a component. 16 MiB: Rust and Go guests have up to 5 MB; a JavaScript engine with 12 MB still fits. */
    COMPONENT_BYTES("bytes", 16 << 20, 1 << 30),
    /** Components inside components. 10: what toolchains build has 2 or 3. */
    COMPONENT_DEPTH("levels of nested components", 10, 100),
    /**
     * Instances of components and core modules together: those that are written in a component, and those that an instance
     * comes to have inside. 100: what toolchains build has up to 15.
     */
    COMPONENT_INSTANCES("instances", 100, 1_000),
    /** Core modules of a component. 50: what toolchains build has 3 to 5; each costs a compilation. */
    CORE_MODULES("core modules", 50, 1_000),
    /** Lists in records in lists ...: nesting of one value. 100: the specification's own bound on types. */
    VALUE_DEPTH("levels of nested values", 100, 100),

    /** Types of a core module, equal ones counted each time. 2,000: compilers write each type once; the largest had 140. */
    TYPES("types", 2_000, 1_000_000),
    /** Types times functions of a core module. 2,000,000: the compiler's work grows with it; 3.5 MB of Rust has 750,000. */
    TYPE_FUNCTION_PAIRS("types times functions", 2_000_000, Integer.MAX_VALUE),
    /** Parameters of a core function. 100: a JVM method takes 255 slots; the largest had 19. */
    PARAMETERS("parameters", 100, 1_000),
    /** Results of a core function. 100: as parameters; the largest had 1. */
    RESULTS("results", 100, 1_000),
    /** Imports of a core module. 2,000: a JavaScript engine with all of WASI has 81. */
    IMPORTS("imports", 2_000, 1_000_000),
    /** Exports of a core module. 2,000: a component with hundreds of functions still fits. */
    EXPORTS("exports", 2_000, 1_000_000),
    /** Functions of a core module, imported ones included. 10,000: 3.5 MB of Rust has 8,221, a JavaScript engine 12,663. */
    FUNCTIONS("functions", 10_000, 1_000_000),
    /** Bytes of one function's body. 256 KiB: the largest had 181,477; a JVM method holds 65,535 bytes of compiled form. */
    BODY_BYTES("bytes of body", 256 << 10, 7_654_321),
    /** Locals of one function. 2,000: each is a slot of a JVM frame; the largest had 128. */
    FUNCTION_LOCALS("locals", 2_000, 50_000),
    /** Locals of all functions of a core module. 200,000: six bytes can declare 50,000; a JavaScript engine has 51,813 in all. */
    LOCALS("locals in all functions", 200_000, Integer.MAX_VALUE),
    /** Targets of one {@code br_table}. 4,096: the largest had 1,145. */
    BRANCH_TARGETS("branch targets", 4_096, 1_000_000),
    /**
     * Targets of all {@code br_table}s of a core module. 250,000: each is compiled; a Go function has one for every place
     * where it can go on, 2.6 MB of Go have 59,218 of them and 10 MB 199,612.
     */
    ALL_BRANCH_TARGETS("branch targets in all functions", 250_000, Integer.MAX_VALUE),
    /** Blocks inside blocks. 1,000: the deepest had 803. */
    NESTING("levels of nested blocks", 1_000, 1_000_000),
    /** Globals of a core module. 10,000: C and Rust have a few. */
    GLOBALS("globals", 10_000, 1_000_000),
    /** Exception tags of a core module. 1,000: languages have 1 or 2. */
    TAGS("tags", 1_000, 1_000_000),
    /** Tables of a core module. 4: languages have 1 or 2. */
    TABLES("tables", 4, 100),
    /** Elements of all tables of an instance, and of all element segments of a module. 100,000: a JavaScript engine has 7,687. */
    TABLE_ELEMENTS("table elements", 100_000, 10_000_000),
    /** Memories of a core module. 1: what languages have; more come from merging modules. */
    MEMORIES("memories", 1, 100),
    /**
     * Data segments, and likewise element segments, of a core module. 100,000, the most there is: Go's linker leaves out every
     * run of zeros, 2.6 MB of Go have 30,816 of them, and from about 9 MB on it stops at 100,000.
     */
    SEGMENTS("segments", 100_000, 100_000),
    /** Bytes of one name. 1 KiB: the longest had 70. */
    NAME_BYTES("bytes of name", 1 << 10, 100_000),

    /** Bytes of linear memory of an instance, with those inside of it. 16 MiB: 64 of them fit a small server; a Rust guest starts with 1.1 MiB. */
    MEMORY("bytes of memory", 16 << 20, 256 << 20),
    /** Calls inside calls, as whoever makes the meter gives it. 10,000: twenty times what recursive parsers need, a tenth of what the JVM stack could hold. */
    CALL_DEPTH("nested calls", 10_000, 1_000_000),
    /** Bytes that one call may take out of guest memory. 16 MiB: the guest's whole memory once. */
    OUTPUT_BYTES("bytes lifted in one call", 16 << 20, 1 << 30),
    /** Open resource handles of an instance, with those inside of it. 10,000: a guest holds a few; the specification allows 2^28 - 1. */
    HANDLES("handles", 10_000, (1 << 28) - 1),
    /** Bytes of log kept for one query. 64 KiB: enough to see what happened. */
    LOG_BYTES("bytes of log", 64 << 10, 1 << 30),
    /** Lines of log kept for one query. 1,000: as the bytes. */
    LOG_LINES("lines of log", 1_000, 1_000_000_000),
    /** Milliseconds that compiling a component may take. 60,000: 2.6 MB of Go took 17 s of processor time, cold. */
    COMPILE_TIMEOUT("milliseconds of compilation", 60_000, 3_600_000);

    private final String noun;
    private final long standard;
    private final long most;

    Setting(String noun, long standard, long most) {
        this.noun = noun;
        this.standard = standard;
        this.most = most;
    }

    /** Returns the name that users write: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what is counted, in the plural. */
    public String noun() {
        return noun;
    }

    /** Returns the value for untrusted components. */
    public long standard() {
        return standard;
    }

    /** Returns the largest value that can be set. */
    public long most() {
        return most;
    }
}

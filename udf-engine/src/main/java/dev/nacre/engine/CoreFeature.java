package dev.nacre.engine;

/**
 * A feature of core WebAssembly that a module may use, by the name of its proposal.
 *
 * <p>What the engine has tests for is {@link #isRunnable() runnable}; {@link Limits#features()} chooses among those. The
 * others are listed so that a refusal can name them. See the
 * <a href="https://github.com/WebAssembly/proposals/blob/main/finished-proposals.md">finished proposals</a>.
 */
public enum CoreFeature {
    /** Globals that can be changed may be imported and exported. */
    MUTABLE_GLOBALS("mutable globals", true, "build with -mno-mutable-globals (clang)"),
    /** Sign extension of parts of an integer. */
    SIGN_EXTENSION("sign extension", true, "build with -mno-sign-ext (clang) or -C target-feature=-sign-ext (rustc)"),
    /** Conversions from floating point that saturate instead of trapping. */
    SATURATING_CONVERSION(
            "saturating float conversion",
            true,
            "build with -mno-nontrapping-fptoint (clang) or -C target-feature=-nontrapping-fptoint (rustc)"),
    /** More than one result of a function or block, and parameters of blocks. */
    MULTI_VALUE("multi-value", true, "build with -mno-multivalue (clang) or -C target-feature=-multivalue (rustc)"),
    /** Bulk operations on memories and tables, passive segments. */
    BULK_MEMORY("bulk memory", true, "build with -mno-bulk-memory (clang) or -C target-feature=-bulk-memory (rustc)"),
    /** References as values, several tables. */
    REFERENCE_TYPES(
            "reference types",
            true,
            "build with -mno-reference-types (clang) or -C target-feature=-reference-types (rustc)"),
    /** Addition, subtraction and multiplication in constant expressions. */
    EXTENDED_CONST("extended constant expressions", true, "build with -mno-extended-const (clang)"),
    /** Tags, {@code throw} and {@code try_table}. */
    EXCEPTIONS("exceptions", true, "build with -fno-exceptions (clang) or -C panic=abort (rustc)"),
    /** The exception instructions that were replaced before the proposal was finished. */
    LEGACY_EXCEPTIONS("legacy exceptions", false, "build with -fno-exceptions (clang) or -C panic=abort (rustc)"),
    /** 128-bit vectors. */
    SIMD("SIMD", false, "build with -mno-simd128 (clang) or -C target-feature=-simd128 (rustc)"),
    /** Vector instructions whose result depends on the machine. */
    RELAXED_SIMD(
            "relaxed SIMD", false, "build with -mno-relaxed-simd (clang) or -C target-feature=-relaxed-simd (rustc)"),
    /** Shared memories and atomic instructions. */
    THREADS(
            "threads",
            false,
            "build with -mno-atomics and without -pthread (clang) or -C target-feature=-atomics (rustc)"),
    /** Calls that replace the caller. */
    TAIL_CALLS("tail calls", false, "build with -mno-tail-call (clang) or -C target-feature=-tail-call (rustc)"),
    /** References to functions of a known type. */
    FUNCTION_REFERENCES(
            "typed function references",
            false,
            "build with a compiler target that does without them, such as wasm32-wasip2"),
    /** Structures and arrays of the host's garbage collector. */
    GC("garbage collection", false, "build for linear memory instead of the host's collector"),
    /** Memories and tables with 64-bit addresses. */
    MEMORY64("memory64", false, "build for wasm32 instead of wasm64"),
    /** More than one memory in a module. */
    MULTI_MEMORY("multi-memory", true, "build with -mno-multimemory (clang), and do not merge modules"),
    /** Memories whose pages are not 64 KiB. */
    CUSTOM_PAGE_SIZES("custom page sizes", false, "build with pages of 65536 bytes"),
    /** Arithmetic on 128-bit integers. */
    WIDE_ARITHMETIC(
            "wide arithmetic",
            false,
            "build with -mno-wide-arithmetic (clang) or -C target-feature=-wide-arithmetic (rustc)"),
    /** Continuations. */
    STACK_SWITCHING("stack switching", false, "build without continuations");

    private final String title;
    private final boolean runnable;
    private final String advice;

    CoreFeature(String title, boolean runnable, String advice) {
        this.title = title;
        this.runnable = runnable;
        this.advice = advice;
    }

    /** Returns the name for messages. */
    public String title() {
        return title;
    }

    /** Returns whether the engine can run modules that use it. */
    public boolean isRunnable() {
        return runnable;
    }

    /** Returns how to build a module that does without it, as the end of a sentence. */
    public String advice() {
        return advice;
    }
}

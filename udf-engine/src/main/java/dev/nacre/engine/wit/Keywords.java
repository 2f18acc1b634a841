package dev.nacre.engine.wit;

import java.util.Set;

/** The words of WIT that cannot be names as they are: WIT.md, "Keywords". */
final class Keywords {
    private static final Set<String> ALL = Set.of(
            "as",
            "async",
            "bool",
            "borrow",
            "char",
            "constructor",
            "enum",
            "error-context",
            "export",
            "f32",
            "f64",
            "flags",
            "from",
            "func",
            "future",
            "import",
            "include",
            "interface",
            "list",
            "map",
            "option",
            "own",
            "package",
            "record",
            "resource",
            "result",
            "s16",
            "s32",
            "s64",
            "s8",
            "static",
            "stream",
            "string",
            "tuple",
            "type",
            "u16",
            "u32",
            "u64",
            "u8",
            "use",
            "variant",
            "with",
            "world");

    private Keywords() {}

    /** Returns a name as it is written in WIT. */
    static String escape(String name) {
        return ALL.contains(name) ? "%" + name : name;
    }
}
